package lianlin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lianlin.identity.DemoLogins;
import lianlin.kernel.Announcement;
import lianlin.kernel.backup.BackupKey;
import lianlin.kernel.backup.NotDone;
import lianlin.kernel.postgres.CannotStart;
import lianlin.kernel.postgres.EmbeddedServer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;
import sun.misc.Signal;

/// Starts Lianlin: the database inside, unless another one is named, then the modules and the web. At the end
/// the web stops first, then the connections to the database, then the database.
@SpringBootApplication(proxyBeanMethods = false)
public class Lianlin {
    public static void main(String[] words) {
        try {
            if (BackupCommands.run(List.of(words), System.getenv())) {
                return;
            }
            var options = Options.parse(List.of(words), System.getenv());
            if (options.help()) {
                System.out.print(Options.HELP);
            } else if (options.openapi() != null) {
                describe(options.openapi());
            } else {
                serve(options);
            }
        } catch (CannotStart e) {
            fail(e.sentence());
        } catch (NotDone e) {
            fail(e.sentence());
        }
    }

    private static void serve(Options options) {
        var begin = System.nanoTime();
        requireFree(options.port());
        stopWithCodeZeroOn("INT", "TERM");
        var database = options.database() == null ? startDatabase(options) : options.database();
        var context = run(List.of(
                "--lianlin.database.url=" + database.url(),
                "--lianlin.database.user=" + database.user(),
                "--lianlin.database.password=" + database.password(),
                "--lianlin.data=" + options.data(),
                "--lianlin.keys=" + options.data().resolve("secrets").resolve("keys"),
                "--lianlin.backup.folder="
                        + (options.backup() == null ? "" : options.backup().folder()),
                "--lianlin.backup.key="
                        + (options.backup() == null ? "" : options.backup().key()),
                "--lianlin.demo=" + options.demo(),
                "--lianlin.demo.small=" + options.rehearse(),
                "--server.port=" + options.port(),
                "--logging.file.name=" + options.data().resolve("logs").resolve("lianlin.log"),
                "--logging.structured.format.file=" + (options.logJson() ? "logstash" : ""),
                "--logging.threshold.console=warn"));
        announce(context, options, Duration.ofNanos(System.nanoTime() - begin));
        if (options.rehearse()) {
            rehearse(context);
        }
    }

    private static DatabaseAddress startDatabase(Options options) {
        var data = options.data();
        var backup = options.backup();
        System.out.printf("Lianlin 联邻 starts with its data in %s%n", data);
        if (backup != null) {
            new BackupKey(backup.key()).readOrMake(backup.named(), data);
        }
        var server = backup == null ? EmbeddedServer.start(data) : EmbeddedServer.startArchiving(data);
        // These handlers run when the contexts are closed, hence after the web and the pool.
        SpringApplication.getShutdownHandlers().add(server::close);
        if (options.backupBeforeUpgrade()) {
            new UpgradeBackup(data, backup).takeIfNeeded(server);
        }
        return new DatabaseAddress(server.url(), server.user(), server.password());
    }

    private static ConfigurableApplicationContext run(List<String> properties) {
        try {
            return new SpringApplication(Lianlin.class).run(properties.toArray(String[]::new));
        } catch (RuntimeException e) {
            Throwable cause = e;
            while (cause.getCause() != null && !(cause instanceof CannotStart)) {
                cause = cause.getCause();
            }
            throw new CannotStart("Lianlin did not start: " + cause.getMessage(), e);
        }
    }

    private static void rehearse(ConfigurableApplicationContext context) {
        new Rehearsal(address(context)).play(context.getBean(DemoLogins.class).list());
        System.exit(0);
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    private static void announce(ConfigurableApplicationContext context, Options options, Duration time) {
        var address = address(context);
        var lines = new ArrayList<>(List.of(
                "",
                "Lianlin 联邻 is ready (%.1f s)".formatted(time.toMillis() / 1000.0),
                "",
                "  public site  门户    " + address + "/",
                "  work desk    工作台  " + address + "/desk/",
                "  phone        手机    " + address + "/m/",
                "  big screen   大屏    " + address + "/wall/",
                ""));
        context.getBeanProvider(Announcement.class).orderedStream().forEach(part -> {
            part.lines().forEach(line -> lines.add("  " + line));
            lines.add("");
        });
        lines.add("  data in %s, Ctrl-C stops".formatted(options.data()));
        lines.forEach(System.out::println);
    }

    /// Starts without a database, only as far as the description of the interface needs, and writes it.
    private static void describe(Path file) {
        try {
            var data = Files.createTempDirectory("lianlin-openapi");
            try {
                write(file, description(data));
            } finally {
                FileSystemUtils.deleteRecursively(data);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String description(Path data) throws IOException {
        var properties = List.of(
                "--lianlin.openapi=true",
                "--lianlin.demo=false",
                "--lianlin.data=" + data,
                "--lianlin.keys=" + data.resolve("keys"),
                "--server.port=0");
        try (var context = run(properties);
                var client = HttpClient.newHttpClient()) {
            var port = context.getEnvironment().getRequiredProperty("local.server.port");
            var address = URI.create("http://127.0.0.1:" + port + "/api/openapi.json");
            var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CannotStart("The description of the interface cannot be made: status %d, %s"
                        .formatted(answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The description of the interface was interrupted.", e);
        }
    }

    private static void write(Path file, String content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.writeString(file, content);
    }

    /// Says so before anything is started. Whoever takes the port in the meantime is met by the web server itself.
    private static void requireFree(int port) {
        try {
            new ServerSocket(port).close();
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d is in use by another program. Stop that program, or choose another port: --port %d"
                            .formatted(port, port < 65535 ? port + 1 : 8080),
                    e);
        }
    }

    /// To be stopped is not a failure, so the code is 0 and not 128 + signal.
    private static void stopWithCodeZeroOn(String... signals) {
        for (var name : signals) {
            Signal.handle(new Signal(name), signal -> {
                System.out.printf("%nLianlin stops.%n");
                System.exit(0);
            });
        }
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
