package lianlin.kernel.http;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import lianlin.kernel.Problem;
import lianlin.kernel.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// A request's record has a value in every component that is not marked as one that may be missing; whoever leaves one
/// out is told which.
@RestControllerAdvice
class WholeBodies extends RequestBodyAdviceAdapter {
    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return parameter.getParameterType().isRecord();
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var missing = new ArrayList<FieldError>();
        look(body, "", missing);
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
        return body;
    }

    private static void look(Object value, String above, List<FieldError> missing) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> look(one, above, missing));
            return;
        }
        if (!value.getClass().isRecord() || !value.getClass().getName().startsWith("lianlin.")) {
            return;
        }
        for (var part : PARTS.get(value.getClass())) {
            var name = above.isEmpty() ? part.name() : above + "." + part.name();
            var held = part.of(value);
            if (held != null) {
                look(held, name, missing);
            } else if (!part.nullable()) {
                missing.add(new FieldError(name, "invalid.NotNull"));
            }
        }
    }

    /// What a record is made of, looked up once.
    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Part::of).toList();
        }
    };

    private record Part(String name, Method accessor, boolean nullable) {
        static Part of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Part(
                    component.getName(),
                    component.getAccessor(),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
