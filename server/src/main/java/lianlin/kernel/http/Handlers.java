package lianlin.kernel.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Finds the handler of a request sooner: a path with a variable is compared with every pattern there is, unless
/// what stands before the first variable says already that it cannot be meant.
@Component
class Handlers implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByBeginning();
    }

    private static final class ByBeginning extends RequestMappingHandlerMapping {
        private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            var path = request.getRequestURI();
            return plain(path) && !path.startsWith(beginnings.computeIfAbsent(info, ByBeginning::beginning))
                    ? null
                    : super.getMatchingMapping(info, request);
        }

        /// Whether the path is compared as it stands: nothing in it is encoded, and no parameters hang on it.
        private static boolean plain(String path) {
            return path.indexOf('%') < 0 && path.indexOf(';') < 0;
        }

        /// What every path of the mapping begins with.
        private static String beginning(RequestMappingInfo info) {
            var patterns = info.getPatternValues();
            if (patterns.size() != 1) {
                return "";
            }
            var pattern = patterns.iterator().next();
            var variable = pattern.indexOf('{');
            var wild = pattern.indexOf('*');
            var end = variable < 0 ? wild : wild < 0 ? variable : Math.min(variable, wild);
            return end < 0 ? pattern : pattern.substring(0, end);
        }
    }
}
