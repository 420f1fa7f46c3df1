package lianlin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lianlin.people.Party;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Phones, identity numbers and addresses that went in over HTTP stand nowhere in the files of the platform as they
/// were
/// written: not in tables and their indexes, not in the log of the database, not beside them (4.4).
@ServerTest
@Tag("S10")
class PlantedDataTest {
    private static final int PEOPLE = 40;

    /// Numbers that no other test gives out, and what all of them begin with.
    private static final int FIRST = 5_400_000;

    private static final String PHONES = "1390540";
    private static final String IDENTITIES = Party.identity(FIRST).substring(0, 13);
    private static final String STREET = "Hidden-Lane-77";
    private static final int OVERLAP = 64;

    @Test
    void whatIsSensitiveIsInNoFileAsItWasWritten(World world) throws Exception {
        assumeTrue(System.getProperty("lianlin.test.database", "").isBlank(), "the files are somewhere else");
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var clerk = world.district().clerk();
        for (var i = 0; i < PEOPLE; i++) {
            var phone = PHONES + "%04d".formatted(i);
            var member = Party.form("王小明", FIRST + i, branch);
            member.put("phone", phone);
            member.put("address", STREET + " " + i);
            clerk.post("/api/members", member).is(201);
            clerk.get("/api/members?phone={}", phone).is(200);
            clerk.post("/api/members", member).is(409);
            world.community("滨江")
                    .clerk()
                    .post(
                            "/api/service-orders",
                            Map.of(
                                    "title",
                                    "陪同就医",
                                    "category",
                                    "CARE",
                                    "address",
                                    STREET + " " + i,
                                    "behalf",
                                    Map.of("name", "李桂芳", "phone", phone, "consent", "VOICE")))
                    .is(201);
        }
        world.catchUp();
        world.server().owner().execute("CHECKPOINT");

        assertThat(hits(world.server().folder(), List.of(PHONES, IDENTITIES, STREET)))
                .isEmpty();
    }

    /// The search finds what lies open.
    @Test
    void whatIsNotSensitiveIsFound(World world) throws Exception {
        assumeTrue(System.getProperty("lianlin.test.database", "").isBlank(), "the files are somewhere else");
        var title = "Open-Title-" + world.jurisdiction();
        world.community("滨江")
                .clerk()
                .post(
                        "/api/service-orders",
                        Map.of(
                                "title",
                                title,
                                "category",
                                "CARE",
                                "behalf",
                                Map.of("name", "李桂芳", "phone", "13800001074", "consent", "VOICE")))
                .is(201);
        world.server().owner().execute("CHECKPOINT");

        assertThat(hits(world.server().folder(), List.of(title))).isNotEmpty();
    }

    private static TreeSet<String> hits(Path folder, List<String> wanted) throws IOException {
        var hits = new TreeSet<String>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                for (var word : attributes.isRegularFile() ? found(file, wanted) : Set.<String>of()) {
                    hits.add(word + " in " + folder.relativize(file));
                }
                return FileVisitResult.CONTINUE;
            }

            /// The database throws files away while it works.
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return hits;
    }

    private static TreeSet<String> found(Path file, List<String> wanted) throws IOException {
        var found = new TreeSet<String>();
        var bytes = new byte[1 << 20];
        var kept = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read; (read = in.read(bytes, kept, bytes.length - kept)) > 0; ) {
                var length = kept + read;
                var text = new String(bytes, 0, length, ISO_8859_1);
                wanted.stream().filter(text::contains).forEach(found::add);
                kept = Math.min(OVERLAP, length);
                System.arraycopy(bytes, length - kept, bytes, 0, kept);
            }
        } catch (NoSuchFileException e) {
            // thrown away meanwhile
            return found;
        }
        return found;
    }
}
