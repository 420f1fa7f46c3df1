package lianlin.identity;

import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.Semaphore;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes and compares passwords: Argon2id with 19 MiB and two passes. At most two are computed at a time, so that
/// logins cannot starve the machine.
@Component
class Passwords {
    static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final Set<String> KNOWN_TO_ALL = Set.of(
            "1234567890",
            "0123456789",
            "1111111111",
            "0000000000",
            "qwertyuiop",
            "password123",
            "password1234",
            "aa12345678",
            "abcd123456",
            "123456789a",
            "qwerty1234",
            "admin12345",
            "a123456789",
            "1qaz2wsx3edc",
            "woaini1314",
            "5201314520",
            "iloveyou123",
            "lianlin123",
            "lianlin2026");

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore turns = new Semaphore(2, true);
    private final String nobody = argon2.encode("nobody has this password");

    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /// Whether the password fits. Takes as long for an account that does not exist.
    boolean fits(String password, @Nullable String hash) {
        var fits =
                inTurn(() -> argon2.matches(password.length() > LONGEST ? "" : password, hash == null ? nobody : hash));
        return hash != null && fits;
    }

    /// A random password to hand over: 12 letters and digits that nobody confuses, 59 bits.
    String invent() {
        var text = new StringBuilder();
        for (var i = 0; i < 12; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    /// Refuses what is too short, too long, or on everybody's list.
    void judge(String field, String password) {
        if (password.length() < SHORTEST) {
            throw Problem.invalid(field, "password.short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw Problem.invalid(field, "password.long", LONGEST);
        }
        if (KNOWN_TO_ALL.contains(password.toLowerCase())
                || password.chars().distinct().count() < 4) {
            throw Problem.invalid(field, "password.known");
        }
    }

    private <T> T inTurn(java.util.function.Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
