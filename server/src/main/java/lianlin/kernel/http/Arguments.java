package lianlin.kernel.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Parameters that handlers take ready-made: [Paging], the version of [IfMatch], ids and areas. A body must say what it
/// is.
@Configuration
class Arguments implements WebMvcConfigurer, HandlerInterceptor {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var type = request.getContentType();
        if (type != null && type.contains("*")) {
            throw Problem.of(415, "status.415");
        }
        return true;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new PagingArgument());
        resolvers.add(new VersionArgument());
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Id.class, Id::parse);
        registry.addConverter(String.class, Area.class, Area::parse);
    }

    private static final class PagingArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Paging.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            var after = request.getParameter("after");
            return new Paging(after == null || after.isBlank() ? null : after, limit(request.getParameter("limit")));
        }

        private static int limit(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return Paging.USUAL;
            }
            if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Paging.MOST) {
                throw Problem.invalid("limit", "paging.limit", Paging.MOST);
            }
            return Integer.parseInt(text);
        }
    }

    private static final class VersionArgument implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.hasParameterAnnotation(IfMatch.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            var tag = request.getHeader(HttpHeaders.IF_MATCH);
            if (tag == null) {
                throw Problem.of(428, "version.missing");
            }
            var digits = tag.replaceAll("^(W/)?\"?|\"$", "");
            if (!digits.matches("\\d{1,9}")) {
                throw Problem.of(412, "stale", "", "");
            }
            return Integer.parseInt(digits);
        }
    }
}
