package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.PhoneNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and choosing the post under which to act.
@RestController
@RequestMapping("/api/session")
class SessionController {
    /// Either login and password, or phone and code.
    record Credentials(
            @Nullable @Size(max = 60) String login,
            @Nullable @Size(max = 300) String password,
            @Nullable PhoneNumber phone,
            @Nullable @Size(max = 6) String code) {}

    record Phone(PhoneNumber phone) {}

    record CodeSent(long seconds) {}

    /// The ticket of a sign-in that waits, and a code of the second factor or a recovery code.
    record Second(
            @NotBlank @Size(max = 60) String ticket,
            @NotBlank @Size(max = 20) String code) {}

    record Choice(Id id) {}

    record Proof(@Size(max = 300) String password) {}

    private final SignIn signIn;
    private final OneTimeCodes codes;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final SessionView view;
    private final SessionCookie cookie;

    SessionController(
            SignIn signIn,
            OneTimeCodes codes,
            Sessions sessions,
            SessionDesk desk,
            SessionView view,
            SessionCookie cookie) {
        this.signIn = signIn;
        this.codes = codes;
        this.sessions = sessions;
        this.desk = desk;
        this.view = view;
        this.cookie = cookie;
    }

    @GetMapping
    @Open("pages ask who is signed in before anything else")
    Session get(HttpServletRequest request) {
        return request.getAttribute(Sessions.Live.class.getName()) instanceof Sessions.Live live
                ? view.of(live, cookie.read(request))
                : view.nobody();
    }

    @PostMapping
    @Open("this is how one signs in")
    Session open(@Valid @RequestBody Credentials with, HttpServletRequest request, HttpServletResponse response) {
        var device = device(request);
        if (with.login() != null && with.password() != null) {
            var step = signIn.byPassword(with.login().strip(), with.password(), request.getRemoteAddr(), device);
            return go(step, request, response);
        }
        if (with.phone() != null && with.code() != null) {
            var step = signIn.byCode(with.phone(), with.code(), request.getRemoteAddr(), device);
            return go(step, request, response);
        }
        throw Problem.invalid(List.of(
                new Problem.FieldError("login", "login.missing"),
                new Problem.FieldError("password", "password.missing")));
    }

    @PostMapping("/second-factor")
    @Open("this is the other half of signing in")
    Session second(@Valid @RequestBody Second shown, HttpServletRequest request, HttpServletResponse response) {
        var opened = signIn.bySecondFactor(shown.ticket(), shown.code(), request.getRemoteAddr(), device(request));
        return enter(opened, request, response);
    }

    @PostMapping("/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Open("a code is sent before one is signed in; limits hold")
    CodeSent code(@RequestBody Phone to, HttpServletRequest request) {
        codes.send(to.phone(), request.getRemoteAddr());
        return new CodeSent(OneTimeCodes.BETWEEN.toSeconds());
    }

    @PutMapping("/post")
    @Open("everybody chooses among the posts that are his own")
    Session choose(Acting acting, @RequestBody Choice choice, HttpServletRequest request) {
        var token = cookie.read(request);
        desk.choose(acting, choice.id());
        sessions.forget(token == null ? "" : token);
        return view.of(
                sessions.find(token == null ? "" : token).orElseThrow(() -> Problem.unknownCaller("session.absent")),
                token);
    }

    @PostMapping("/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody may show again who he is")
    void prove(Acting acting, @Valid @RequestBody Proof proof, HttpServletRequest request) {
        desk.prove(acting, proof.password());
        var token = cookie.read(request);
        sessions.forget(token == null ? "" : token);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody may leave")
    void close(@Nullable Acting acting, HttpServletRequest request, HttpServletResponse response) {
        var token = cookie.read(request);
        if (acting != null && token != null) {
            desk.close(acting);
            sessions.forget(token);
        }
        cookie.clear(request, response);
    }

    private Session go(SignIn.Step step, HttpServletRequest request, HttpServletResponse response) {
        return switch (step) {
            case SignIn.Opened opened -> enter(opened, request, response);
            case SignIn.Half half -> view.halfOpen(half.ticket());
        };
    }

    private Session enter(SignIn.Opened opened, HttpServletRequest request, HttpServletResponse response) {
        var before = cookie.read(request);
        if (before != null) {
            sessions.forget(before);
        }
        cookie.write(request, response, opened.token(), opened.life());
        return view.of(
                sessions.find(opened.token()).orElseThrow(() -> Problem.unknownCaller("session.absent")),
                opened.token());
    }

    static String device(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        return agent == null ? "" : agent.substring(0, Math.min(200, agent.length()));
    }
}
