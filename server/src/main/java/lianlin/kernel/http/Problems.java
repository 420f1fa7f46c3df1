package lianlin.kernel.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lianlin.kernel.Problem;
import lianlin.kernel.Problem.FieldError;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/// Turns whatever went wrong into the one form of answer. A constraint of the database has the name of its
/// problem: `booking_overlap` becomes `booking.overlap`. What nobody foresaw is logged under the request's
/// number and answered without details.
@Component
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Sentences sentences;
    private final JsonMapper json;

    Problems(Sentences sentences, JsonMapper json) {
        this.sentences = sentences;
        this.json = json;
    }

    ResponseEntity<ProblemAnswer> answer(Throwable thrown) {
        var problem = problem(thrown);
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 429 || problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter(problem));
        }
        return answer.body(body(problem));
    }

    /// What a person reads about something that went wrong inside of a larger request that goes on.
    public ProblemAnswer describe(Throwable thrown) {
        return body(problem(thrown));
    }

    /// Writes a problem where no controller was reached.
    public void write(HttpServletRequest request, HttpServletResponse response, Throwable thrown) throws IOException {
        var problem = problem(thrown);
        var language = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(
                request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.CHINESE : request.getLocale());
        try {
            write(response, problem);
        } finally {
            LocaleContextHolder.setLocaleContext(language);
        }
    }

    private void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        if (problem.status() == 429 || problem.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(problem));
        }
        response.getOutputStream().write(json.writeValueAsBytes(body(problem)));
    }

    private static String retryAfter(Problem problem) {
        return problem.values().isEmpty() ? "2" : problem.values().getFirst().toString();
    }

    private ProblemAnswer body(Problem problem) {
        var errors = problem.errors().stream()
                .map(error -> new ProblemAnswer.Field(
                        error.field(), error.code(), sentence(error.code(), error.values(), "invalid.field")))
                .toList();
        var values = problem.code().equals("invalid") ? List.of(errors.size()) : problem.values();
        return new ProblemAnswer(
                "urn:lianlin:problem:" + problem.code(),
                sentence(problem.code(), values, "status." + problem.status()),
                problem.status(),
                sentences.find(problem.code() + ".mend", values),
                problem.code(),
                errors,
                MDC.get("request"));
    }

    private String sentence(String code, List<?> values, String fallback) {
        var found = sentences.find(code, values);
        if (found == null && code.endsWith(".absent")) {
            found = sentences.find("absent", List.of());
        }
        return found == null ? sentences.of(fallback) : found;
    }

    private Problem problem(Throwable thrown) {
        return switch (thrown) {
            case Problem known -> known;
            case MethodArgumentNotValidException e ->
                Problem.invalid(e.getBindingResult().getFieldErrors().stream()
                        .map(error -> error.contains(ConstraintViolation.class)
                                ? fieldError(error.unwrap(ConstraintViolation.class))
                                : new FieldError(error.getField(), "invalid.field"))
                        .toList());
            case ConstraintViolationException e ->
                Problem.invalid(e.getConstraintViolations().stream()
                        .map(Problems::fieldError)
                        .toList());
            case HandlerMethodValidationException e ->
                Problem.invalid(e.getParameterValidationResults().stream()
                        .map(result -> new FieldError(
                                Objects.toString(result.getMethodParameter().getParameterName(), ""), "invalid.field"))
                        .toList());
            case MethodArgumentTypeMismatchException e -> mismatch(e);
            case HttpMessageNotReadableException e -> unreadable(e);
            case DataAccessException e -> database(e, e);
            case org.springframework.dao.DataAccessException e -> database(e, e);
            case CannotCreateTransactionException e -> {
                LOG.warn("no database connection", e);
                yield Problem.of(503, "busy");
            }
            case TransactionSystemException e -> {
                LOG.warn("the end of a transaction is unknown", e);
                yield Problem.of(503, "unsure");
            }
            case ErrorResponse e ->
                Problem.of(
                        e.getStatusCode().value(), "status." + e.getStatusCode().value());
            default -> {
                LOG.error("request failed", thrown);
                yield Problem.of(500, "failed");
            }
        };
    }

    private static FieldError fieldError(ConstraintViolation<?> violation) {
        var names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(node -> Objects.toString(node.getName(), ""))
                .toList();
        var constraint = violation.getConstraintDescriptor();
        var name = constraint.getAnnotation().annotationType().getSimpleName();
        var values = switch (name) {
            case "Size", "Min", "Max" -> {
                var limit = constraint
                        .getAttributes()
                        .get(name.equals("Min") ? "value" : name.equals("Max") ? "value" : "max");
                yield List.of(Objects.requireNonNullElse(limit, ""));
            }
            default -> List.of();
        };
        var template = violation.getMessageTemplate();
        var code = template.startsWith("{") ? "invalid." + name : template;
        return new FieldError(names.isEmpty() ? "" : names.getLast(), code, values.toArray());
    }

    /// An id in the path that is none points to nothing; any other value that does not parse is a wrong field.
    private static Problem mismatch(MethodArgumentTypeMismatchException e) {
        var inPath =
                e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class);
        return inPath ? Problem.absent("thing", null) : Problem.invalid(e.getName(), "invalid.field");
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof DatabindException cause) {
            var path = cause.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .toList();
            if (!path.isEmpty()) {
                return Problem.invalid(path.getLast(), bad(cause));
            }
        }
        return Problem.of(400, "unreadable");
    }

    /// The key that a code of the kernel gave for what is wrong with it.
    private static String bad(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof lianlin.kernel.codes.BadCode code) {
                return code.code();
            }
        }
        return "invalid.field";
    }

    private static Problem database(RuntimeException thrown, Throwable cause) {
        var found = cause(cause);
        var state = found == null ? "" : Objects.toString(found.getSQLState(), "");
        var message = found == null ? null : found.getServerErrorMessage();
        var constraint = message == null ? null : message.getConstraint();
        if (constraint != null && state.startsWith("23")) {
            return Problem.refused(constraint.replaceFirst("^_", "").replace('_', '.'));
        }
        if (state.equals("22021") || state.equals("22P05")) {
            // characters that no text has, as the one with the code 0
            return Problem.of(400, "unreadable");
        }
        if (noConnection(cause)
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || thrown instanceof CannotAcquireLockException) {
            LOG.warn("database not available: {}", state, thrown);
            return Problem.of(503, "busy");
        }
        LOG.error("statement failed", thrown);
        return Problem.of(500, "failed");
    }

    /// All connections are at work and none came free in time.
    private static boolean noConnection(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLTransientConnectionException.class::isInstance);
    }

    private static @Nullable PSQLException cause(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException found) {
                return found;
            }
        }
        return null;
    }
}
