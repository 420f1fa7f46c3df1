package lianlin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lianlin.kernel.backup.BackupPlace;
import lianlin.kernel.postgres.CannotStart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void withoutAnyServesTheDemoFromTheDatabaseInside() {
        var options = parse(null);

        assertThat(options.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.database()).isNull();
        assertThat(options.demo()).isTrue();
    }

    @Test
    void takeTheLastWordOnEverything() {
        var options = parse(null, "--port", "1", "--data", "/a", "--no-demo", "--port=9090", "--data=/b");

        assertThat(options.port()).isEqualTo(9090);
        assertThat(options.data()).isEqualTo(Path.of("/b"));
        assertThat(options.demo()).isFalse();
    }

    @Test
    void preferTheDatabaseOfTheCommandLineToThatOfTheEnvironment() {
        var options = parse("postgresql://u:p@there/db", "--database", "postgresql://u:p@here/db");

        assertThat(options.database()).hasToString("jdbc:postgresql://here:5432/db");
        assertThat(parse("postgresql://u:p@there/db").database()).hasToString("jdbc:postgresql://there:5432/db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "run", "--port", "--port=70000", "--port=eighty", "--database=mysql://a:b@c/d"})
    void refuseWhatTheyDoNotKnowInOneSentence(String word) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> parse(null, word))
                .satisfies(
                        refused -> assertThat(refused.sentence()).endsWith(".").hasSizeLessThan(140));
    }

    @Test
    void takeTheFolderOfTheBackupsFromTheEnvironmentToo() {
        var options = Options.parse(List.of(), Map.of("LIANLIN_BACKUP_FOLDER", "/b", "LIANLIN_BACKUP_KEY", "/etc/key"));

        assertThat(options.backup()).isEqualTo(new BackupPlace(Path.of("/b"), Path.of("/etc/key")));
        assertThat(options.backupBeforeUpgrade()).isTrue();
    }

    @Test
    void leaveBackupsOfAnExternalDatabaseToItsOwnTools() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> parse("postgresql://u:p@there/db", "--backup", "/b"))
                .withMessageContaining("pgBackRest");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://lian:p%40ss@db:5433/lianlin, jdbc:postgresql://db:5433/lianlin, lian, p@ss",
        "postgres://lian:a+b@db/lianlin?sslmode=require, jdbc:postgresql://db:5432/lianlin?sslmode=require, lian, a+b",
        "jdbc:postgresql://db/lianlin?user=lian&ssl=true&password=x, jdbc:postgresql://db:5432/lianlin?ssl=true, lian, x",
        "postgresql://lian:a:b@[::1]:5432/lianlin, jdbc:postgresql://[::1]:5432/lianlin, lian, a:b",
    })
    void understandBothFormsOfADatabaseAddress(String text, String url, String user, String password) {
        assertThat(DatabaseAddress.parse(text)).isEqualTo(new DatabaseAddress(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"postgresql://db/lianlin", "postgresql://u:p@db", "postgresql://u@db/x", "u:p@db", "http://a b"})
    void refuseAnAddressThatLacksAPart(String text) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DatabaseAddress.parse(text))
                .withMessageStartingWith("--database expects");
    }

    private static Options parse(@Nullable String surroundings, String... words) {
        return Options.parse(
                List.of(words), surroundings == null ? Map.of() : Map.of("LIANLIN_DATABASE", surroundings));
    }
}
