package lianlin.identity;

import java.util.List;

/// The logins of the demo's invented people.
public interface DemoLogins {
    /// One login: with which face it begins (`desk`, `m` or `wall`), and who it is. People of the phone face
    /// enter by the code sent to `phone`.
    record Login(String login, String password, String name, String label, String face) {}

    List<Login> list();
}
