package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import lianlin.kernel.May;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Asks before every handler whether the post of the caller carries its permission. A handler that says
/// neither what it asks nor that it is open is not served.
@Configuration
class Permissions implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Acting.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getPackageName().startsWith("lianlin")) {
            return true;
        }
        if (method.hasMethodAnnotation(Open.class)) {
            return true;
        }
        var may = method.getMethodAnnotation(May.class);
        if (may == null) {
            throw new IllegalStateException("No permission is declared for " + method);
        }
        if (!(request.getAttribute(Acting.class.getName()) instanceof Acting acting)) {
            throw Problem.unknownCaller("session.absent");
        }
        if (request.getAttribute(Sessions.Live.class.getName()) instanceof Sessions.Live live) {
            mustHaveBegun(live);
        }
        if (!acting.may(may.value())) {
            throw Problem.denied("permission.missing");
        }
        return true;
    }

    /// What comes before anything else (IDN-10).
    private static void mustHaveBegun(Sessions.Live live) {
        if (live.row().byGivenPassword()) {
            throw Problem.denied("password.given");
        }
        if (live.setsUpFactor()) {
            throw Problem.denied("second-factor.required");
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Acting.class;
    }

    /// Who acts; nobody only where the parameter may be null.
    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var acting = request.getAttribute(Acting.class.getName(), RequestAttributes.SCOPE_REQUEST);
        if (acting == null && !parameter.isOptional()) {
            throw Problem.unknownCaller("session.absent");
        }
        return acting;
    }
}
