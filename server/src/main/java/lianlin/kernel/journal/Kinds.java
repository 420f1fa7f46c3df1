package lianlin.kernel.journal;

/// The names of kinds, made from the names of classes.
final class Kinds {
    private static final ClassValue<String> NAMES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return type.getSimpleName()
                    .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                    .toLowerCase();
        }
    };

    private Kinds() {}

    static String of(Class<?> type) {
        return NAMES.get(type);
    }
}
