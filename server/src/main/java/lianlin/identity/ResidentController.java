package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import lianlin.kernel.Area;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.http.Once;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Residents open their own account: with a phone that they hold, a name and their community (IDN-10, level PHONE).
@RestController
class ResidentController {
    record Newcomer(
            PhoneNumber phone,
            @Size(min = 6, max = 6) String code,
            @Size(min = 2, max = 40) String name,
            Area area) {}

    private final ResidentDesk desk;
    private final SignIn signIn;
    private final SessionCookie cookie;
    private final Sessions sessions;
    private final SessionView view;

    ResidentController(ResidentDesk desk, SignIn signIn, SessionCookie cookie, Sessions sessions, SessionView view) {
        this.desk = desk;
        this.signIn = signIn;
        this.cookie = cookie;
        this.sessions = sessions;
        this.view = view;
    }

    @PostMapping("/api/residents")
    @ResponseStatus(HttpStatus.CREATED)
    @Open("a resident has no account before; the code proves the phone")
    Session join(@Valid @RequestBody Newcomer newcomer, HttpServletRequest request, HttpServletResponse response) {
        Once.unkept(request); // where somebody is signed in already: the answer opens the new session
        if (newcomer.area().depth() < 5) {
            throw Problem.invalid("area", "resident.community");
        }
        PersonName.parse(newcomer.name());
        var account =
                desk.join(newcomer.phone(), newcomer.code(), newcomer.name().strip(), newcomer.area());
        var opened = signIn.known(account, request.getRemoteAddr(), SessionController.device(request));
        cookie.write(request, response, opened.token(), opened.life());
        return view.of(
                sessions.find(opened.token()).orElseThrow(() -> Problem.unknownCaller("session.absent")),
                opened.token());
    }
}
