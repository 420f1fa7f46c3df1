package lianlin.kernel.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import lianlin.kernel.Scope;
import lianlin.kernel.crypto.Sm2Signer;
import lianlin.kernel.database.Scoped;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Says outside the database how far the journal was sealed, signed with SM2: a file that only grows,
/// `<data>/checkpoints/journal.log`. Whoever rewrites the database, even its end, cannot rewrite this (IDN-15). One
/// line
/// is: number, chained, rows so far, time, signature, with tabs between. The public key lies beside it.
@Component
class Checkpoints implements SmartLifecycle {
    /// One line of the file; what does not read as one, or is not signed by us, is `sound` no more.
    record Checkpoint(int line, long number, String chained, long rows, boolean sound) {}

    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int FIVE_MINUTES = 300_000;
    private static final int FIELDS = 5;

    private final SealStore seals;
    private final Clock clock;
    private final Path file;
    private final Path keys;
    private final boolean describing;
    private volatile @Nullable Sm2Signer signer;
    private volatile boolean running;

    Checkpoints(
            SealStore seals,
            Clock clock,
            @Value("${lianlin.data:data}") Path data,
            @Value("${lianlin.keys:${lianlin.data:data}/secrets/keys}") Path keys,
            @Value("${lianlin.openapi:false}") boolean describing) {
        this.seals = seals;
        this.clock = clock;
        this.file = data.resolve("checkpoints").resolve("journal.log");
        this.keys = keys;
        this.describing = describing;
    }

    /// Writes down the newest seal, where there is one that is not written down yet.
    @Scheduled(initialDelay = FIVE_MINUTES, fixedDelay = FIVE_MINUTES)
    synchronized void write() {
        if (describing) {
            return;
        }
        var last = Scoped.call(Scope.INSTALLATION, () -> seals.last().orElse(null));
        var known = read();
        var before = known.isEmpty() ? null : known.getLast();
        if (last == null || before != null && before.number() >= last.number()) {
            return;
        }
        var rows = (before == null ? 0 : before.rows())
                + Scoped.call(
                        Scope.INSTALLATION, () -> seals.rows(before == null ? 0 : before.number(), last.number()));
        var said = String.join(
                "\t",
                Long.toString(last.number()),
                HexFormat.of().formatHex(last.chained()),
                Long.toString(rows),
                clock.instant().toString());
        var signature = Base64.getEncoder().encodeToString(signer().sign(said.getBytes(UTF_8)));
        append(said + "\t" + signature + "\n");
    }

    /// All that was written down.
    List<Checkpoint> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        var checkpoints = new ArrayList<Checkpoint>();
        try {
            for (var line : Files.readAllLines(file)) {
                checkpoints.add(checkpoint(checkpoints.size() + 1, line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return checkpoints;
    }

    private Checkpoint checkpoint(int line, String text) {
        var fields = text.split("\t", -1);
        try {
            if (fields.length == FIELDS) {
                Instant.parse(fields[3]);
                var said = text.substring(0, text.lastIndexOf('\t')).getBytes(UTF_8);
                var sound = signer().verifier().verify(said, Base64.getDecoder().decode(fields[4]));
                return new Checkpoint(line, Long.parseLong(fields[0]), fields[1], Long.parseLong(fields[2]), sound);
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            LOG.warn("line {} of {} is no checkpoint", line, file);
        }
        return new Checkpoint(line, 0, "", 0, false);
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.getParent());
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
                channel.write(ByteBuffer.wrap(line.getBytes(UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized Sm2Signer signer() {
        var known = signer;
        if (known == null) {
            known = Sm2Signer.openOrCreate(keys.resolve("journal-signer.pem"), new BouncyCastleProvider());
            signer = known;
            publish(known.publicPem());
        }
        return known;
    }

    private void publish(String pem) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file.resolveSibling("journal-signer.pub.pem"), pem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    /// The last word before the end; the database is closed after this.
    @Override
    public void stop() {
        running = false;
        try {
            write();
        } catch (RuntimeException e) {
            LOG.warn("the last checkpoint of the journal was not written", e);
        }
    }

    /// After the web and the readers of the journal have stopped.
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
