package lianlin.kernel.http;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// The names of shapes in the API description: an inner record is called after its owner, without the ending
/// that says what the owner does (`OrderController.Counted` is `OrderCounted`). Two shapes of one name are
/// refused.
final class ApiNames extends TypeNameResolver {
    private final ConcurrentMap<String, Class<?>> taken = new ConcurrentHashMap<>();

    ApiNames() {
        setUseFqn(false);
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        var owner = type.getDeclaringClass();
        var name = owner == null ? type.getSimpleName() : inner(owner, type.getSimpleName());
        var before = taken.putIfAbsent(name, type);
        if (before != null && !before.equals(type)) {
            throw new IllegalStateException(
                    "Two shapes of the API are called " + name + ": " + before + " and " + type);
        }
        return name;
    }

    private static String inner(Class<?> owner, String name) {
        var of = owner.getSimpleName().replaceFirst("(Controller|Desk|Store)$", "");
        return name.contains(of) ? name : of + name;
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return getNameOfClass(type);
    }
}
