package lianlin.kernel.http;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/// The one place where exceptions of controllers become answers.
@RestControllerAdvice
class ProblemHandler {
    private final Problems problems;

    ProblemHandler(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemAnswer> answer(Exception thrown) {
        return problems.answer(thrown);
    }
}
