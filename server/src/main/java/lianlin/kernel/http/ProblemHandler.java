package lianlin.kernel.http;

import jakarta.servlet.http.HttpServletResponse;
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
    ResponseEntity<ProblemAnswer> answer(Exception thrown, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            // half a file is out already: the connection breaks, so that nobody takes it for a whole one
            throw thrown;
        }
        return problems.answer(thrown);
    }
}
