package lianlin.kernel.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// The four faces, each with its own folder in the jar. A path of a face that is no file is one of its routes and gets
/// the face's page. Files with a digest in their name never change.
@Configuration
class Pages implements WebMvcConfigurer {
    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        face(registry, "/desk/", "classpath:/web/desk/");
        face(registry, "/m/", "classpath:/web/m/");
        face(registry, "/wall/", "classpath:/web/wall/");
        face(registry, "/", "classpath:/web/portal/");
    }

    /// The door of each face; resource handlers do not answer an empty path.
    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        for (var face : List.of("/desk", "/m", "/wall")) {
            registry.addRedirectViewController(face, face + "/");
            registry.addViewController(face + "/").setViewName("forward:" + face + "/index.html");
        }
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    private static void face(ResourceHandlerRegistry registry, String path, String folder) {
        registry.addResourceHandler(path + "assets/**")
                .addResourceLocations(folder + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler(path + "**")
                .addResourceLocations(folder)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new Routes(folder));
    }

    /// A file where there is one, else the page of the face; what looks like a file stays absent.
    private static final class Routes extends PathResourceResolver {
        private final String page;

        Routes(String folder) {
            this.page = folder.substring("classpath:/".length()) + "index.html";
        }

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            var file = path.isEmpty() ? null : super.getResource(path, location);
            if (file != null) {
                return file;
            }
            var last = path.substring(path.lastIndexOf('/') + 1);
            var index = new ClassPathResource(page);
            return path.startsWith("api/") || last.contains(".") || !index.exists() ? null : index;
        }
    }
}
