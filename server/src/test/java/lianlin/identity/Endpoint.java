package lianlin.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import lianlin.kernel.May;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// One operation of the API description: the permission that its handler asks for, null where it is open, and what
/// its path and its query may name.
record Endpoint(String method, String path, @Nullable String permission, List<String> queries) {
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-zA-Z]+}");

    /// All that the description has.
    static List<Endpoint> all(World world) {
        var asked = handled(world);
        var endpoints = new ArrayList<Endpoint>();
        world.visitor()
                .get("/api/openapi.json")
                .is(200)
                .json("/paths")
                .propertyStream()
                .forEach(path -> {
                    for (var method : List.of("get", "post", "put", "delete", "patch")) {
                        var operation = path.getValue().get(method);
                        if (operation != null) {
                            var permission = asked.get(method + " " + path.getKey());
                            endpoints.add(new Endpoint(method, path.getKey(), permission, queries(operation)));
                        }
                    }
                });
        return endpoints;
    }

    /// What every handler of ours asks for, by method and path.
    static Map<String, @Nullable String> handled(World world) {
        var asked = new HashMap<String, @Nullable String>();
        var handlers =
                world.server().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (!handler.getBeanType().getPackageName().startsWith("lianlin")) {
                return;
            }
            var may = handler.getMethodAnnotation(May.class);
            for (var path : mapping.getPatternValues()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    asked.put(method.name().toLowerCase() + " " + path, may == null ? null : may.value());
                }
            }
        });
        return asked;
    }

    private static List<String> queries(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .toList();
    }

    /// The beginnings of the path that end with a variable: what each one names.
    List<String> variables() {
        var found = new ArrayList<String>();
        var variable = VARIABLE.matcher(path);
        while (variable.find()) {
            found.add(path.substring(0, variable.end()));
        }
        return found;
    }

    /// Whether all that the path names is of districts.
    boolean names() {
        return !variables().isEmpty() && variables().stream().allMatch(Thing.IN_PATHS::containsKey);
    }

    /// What the path names.
    List<Thing> things() {
        return names() ? variables().stream().map(Thing.IN_PATHS::get).toList() : List.of();
    }

    /// The version of the first thing that the path names.
    int version(Samples of) {
        return things().stream()
                .findFirst()
                .map(thing -> thing.version(of.world(), of.id(thing)))
                .orElse(1);
    }

    /// Whether it shows what no path names.
    boolean lists() {
        return reads() && variables().isEmpty();
    }

    boolean reads() {
        return method.equals("get");
    }

    boolean hasBody() {
        return Set.of("post", "put", "patch").contains(method);
    }

    /// Whether its body is a picture.
    boolean takesPictures() {
        return method.equals("post") && path.endsWith("/photos");
    }

    /// Whether a post with these permissions may call it; what is open everybody may.
    boolean isFor(Set<String> permissions) {
        return permission == null || permissions.contains(permission);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
