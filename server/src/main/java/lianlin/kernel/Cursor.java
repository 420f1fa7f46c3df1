package lianlin.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The text form of a position in a list: the values of its order columns, opaque to callers.
final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    static String encode(List<@Nullable Object> values) {
        var text = String.join(
                SEPARATOR,
                values.stream().map(value -> value == null ? "" : plain(value)).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    static List<String> decode(String text) {
        try {
            return new ArrayList<>(
                    List.of(new String(Base64.getUrlDecoder().decode(text), UTF_8).split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("after", "paging.after");
        }
    }

    static <T> Field<?> value(String part, Field<T> like) {
        try {
            var type = like.getType();
            if (type == Id.class) {
                return DSL.val(new Id(Long.parseLong(part)), like);
            }
            if (type == Area.class) {
                return DSL.val(new Area(Long.parseLong(part)), like);
            }
            return DSL.val(like.getDataType().convert(part), like);
        } catch (RuntimeException e) {
            throw Problem.invalid("after", "paging.after");
        }
    }

    private static String plain(Object value) {
        return switch (value) {
            case Id id -> Long.toString(id.value());
            case Area area -> Long.toString(area.code());
            default -> value.toString();
        };
    }
}
