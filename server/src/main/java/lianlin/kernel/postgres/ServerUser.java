package lianlin.kernel.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Under whose name PostgreSQL runs, and what stands before its commands to get there. It refuses to run as
/// root; an application that runs as root therefore starts it as a user who owns the cluster and nothing
/// else.
///
/// @param way makes what stands before every command, from the number of a user @param number the user as
/// whom the command finds itself @param owner the user to whom the files of the cluster belong
record ServerUser(IntFunction<List<String>> way, int number, int owner) {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;

    /// Above the numbers of people and below those that containers and services are given.
    private static final int UNPRIVILEGED = 54320;

    /// @param folder where the server must be able to go
    static ServerUser whoMayEnter(Path folder) {
        var self = (int) new UnixSystem().getUid();
        if (self != ROOT) {
            return new ServerUser(number -> List.of(), self, self);
        }
        return candidates()
                .filter(candidate -> candidate.mayEnter(folder))
                .findFirst()
                .orElseThrow(() -> new CannotStart(
                        "PostgreSQL does not run as root, and no other user may enter %s. Choose a folder outside of root's home with --data, or start Lianlin as an ordinary user."
                                .formatted(folder)));
    }

    /// The more a way allows, the later it is tried. A folder inside root's home can be entered only with one
    /// of the two capabilities; containers leave the second one.
    private static Stream<ServerUser> candidates() {
        return Stream.of(
                new ServerUser(changedUser("-all"), UNPRIVILEGED, UNPRIVILEGED),
                new ServerUser(ServerUser::changedRoot, UNPRIVILEGED, UNPRIVILEGED),
                new ServerUser(changedUser("-all,+dac_read_search"), UNPRIVILEGED, UNPRIVILEGED),
                new ServerUser(changedUser("-all,+dac_override"), UNPRIVILEGED, UNPRIVILEGED),
                new ServerUser(ServerUser::userNamespace, UNPRIVILEGED, ROOT));
    }

    private static IntFunction<List<String>> changedUser(String capabilities) {
        return number -> List.of(
                "setpriv",
                // Otherwise a capability would not count where a program asks beforehand what it may do.
                "--securebits=+no_setuid_fixup",
                "--reuid=" + number,
                "--regid=" + number,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=" + capabilities,
                "--ambient-caps=" + capabilities,
                "--bounding-set=" + capabilities);
    }

    private static List<String> changedRoot(int number) {
        return List.of("chroot", "--userspec=" + number + ":" + number, "--groups=", "/");
    }

    private static List<String> userNamespace(int number) {
        return List.of("unshare", "--user", "--map-user=" + number, "--map-group=" + number);
    }

    /// `initdb`, and only it, wants a user who has a name, and `nobody` is the one whom every system has.
    ServerUser withName() {
        if (number == UNPRIVILEGED) {
            return new ServerUser(way, NOBODY, owner == ROOT ? ROOT : NOBODY);
        }
        // In a container an ordinary user may be a mere number.
        return Commands.attempt("id", "-un").good() ? this : new ServerUser(ServerUser::userNamespace, NOBODY, owner);
    }

    private boolean mayEnter(Path folder) {
        return Commands.attempt(command(folder, "sh", "-c", "cd \"$0\"", folder.toString()))
                .good();
    }

    ProcessBuilder command(Path home, String... words) {
        return command(List.of(), home, words);
    }

    /// A command that Ctrl-C does not reach.
    ProcessBuilder session(Path home, String... words) {
        return command(Commands.OWN_SESSION, home, words);
    }

    /// The environment is its own: libpq would read root's home and the caller's PG variables.
    private ProcessBuilder command(List<String> before, Path home, String... words) {
        var command = new ArrayList<>(before);
        command.addAll(way.apply(number));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
        var environment = builder.environment();
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }
}
