package lianlin.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import lianlin.bench.Bench.Setting;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// P10: a login beside one hash of its password, by the same library with the same parameters.
final class Logins {
    private static final int WARM = 150;
    private static final int MANY = 150;

    private Logins() {}

    static List<Row> rows(Setting setting) throws Exception {
        var logins = List.of("quji", "shequ", "duizhang1", "jumin1", "jumin2", "jumin3", "zhibu", "jiedao");
        var ours = setting.load()
                .together(
                        WARM,
                        MANY,
                        List.of(number -> {
                            try (var visitor = new Visitor(setting.options().port())) {
                                visitor.signIn(logins.get(number % logins.size()));
                            }
                        }),
                        null);
        var hash = hash();
        var hashes = ours.cpu() / hash;
        return List.of(new Row(
                "P10",
                "login",
                "2.2–2.8 hashes",
                "1 hash: %.1f CPU ms".formatted(hash),
                "≤ 1.2 hashes",
                "%.2f hashes: %s".formatted(hashes, Row.said(ours)),
                hashes <= 1.2,
                Map.of("hashes", hashes, "cpu", ours.cpu())));
    }

    /// Processor time of one hash in a warm machine, in milliseconds.
    private static double hash() {
        var threads = ManagementFactory.getThreadMXBean();
        for (var i = 0; i < WARM; i++) {
            one(i);
        }
        var before = threads.getCurrentThreadCpuTime();
        for (var i = 0; i < MANY; i++) {
            one(i);
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e6 / MANY;
    }

    private static byte[] one(int number) {
        var salt = new byte[16];
        salt[0] = (byte) number;
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withParallelism(1)
                .withMemoryAsKB(19_456)
                .withIterations(2)
                .build());
        var hash = new byte[32];
        generator.generateBytes("lianlin-yanshi".toCharArray(), hash);
        return hash;
    }
}
