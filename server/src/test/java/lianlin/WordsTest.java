package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lianlin.testing.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;

/// What people read: every problem, permission, role and kind has its words, in Chinese and in English.
class WordsTest {
    private static final Pattern PROBLEM = Pattern.compile(
            "Problem\\s*\\.\\s*(?:(?:refused|denied|unknownCaller|tooOften)\\(\\s*|of\\(\\s*\\d+,\\s*|invalid\\(\\s*\"[\\w.]+\",\\s*)\"([\\w.-]+)\"");
    private static final Pattern FIELD = Pattern.compile("FieldError\\(\\s*\"[\\w.]+\",\\s*\"([\\w.-]+)\"");
    private static final Pattern BAD_CODE = Pattern.compile("new BadCode\\(\\s*\"([\\w.-]+)\"");
    private static final Pattern MESSAGE = Pattern.compile("message = \"([\\w.-]+)\"");
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?is)CONSTRAINT (\\w+)\\s+(?:EXCLUDE|UNIQUE|CHECK \\((?!\\s*\\w+ IN \\())|CREATE UNIQUE INDEX (?:CONCURRENTLY )?(\\w+)");
    private static final Pattern FACT = Pattern.compile("record (\\w+)\\([^{]*?\\)\\s+implements (?:\\w+, )*Fact\\b");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

    /// Permissions of what is still to be built; whoever builds it takes its line away.
    private static final Set<String> TO_COME =
            Set.of("order.take", "order.own", "team.read", "wall.read", "setting.edit");

    private static final Set<String> TWICE = new TreeSet<>();
    private static final Map<String, String> CHINESE = words(false);
    private static final Map<String, String> ENGLISH = words(true);

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() {
        assertThat(ENGLISH.keySet()).isEqualTo(CHINESE.keySet());
        CHINESE.forEach((key, sentence) ->
                assertThat(placeholders(ENGLISH.getOrDefault(key, ""))).as(key).isEqualTo(placeholders(sentence)));
    }

    @Test
    void aSentenceStandsInOnePlace() {
        assertThat(TWICE).isEmpty();
    }

    @Test
    void everyProblemHasASentence() {
        var codes = new TreeSet<String>();
        for (var pattern : new Pattern[] {PROBLEM, FIELD, BAD_CODE, MESSAGE}) {
            Sources.java()
                    .forEach(
                            file -> pattern.matcher(file.text()).results().forEach(found -> codes.add(found.group(1))));
        }

        assertThat(codes).contains("post.own", "once.running", "phone-number.form", "account.login-letters");
        assertThat(missing(codes)).isEmpty();
    }

    @Test
    void everyConstraintHasASentence() {
        var codes = new TreeSet<String>();
        Sources.resources("db/migration", ".sql")
                .forEach(file -> CONSTRAINT.matcher(file.text()).results().forEach(found -> {
                    var name = found.group(1) == null ? found.group(2) : found.group(1);
                    codes.add(name.replace('_', '.'));
                }));

        assertThat(codes).contains("account.login", "post.period");
        assertThat(missing(codes)).isEmpty();
    }

    @Test
    void everyKindOfTheJournalHasAWord() {
        var kinds = new TreeSet<String>();
        Sources.java()
                .forEach(file -> FACT.matcher(file.text())
                        .results()
                        .forEach(found -> kinds.add("word.journal."
                                + found.group(1)
                                        .replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
                                        .toLowerCase())));

        assertThat(kinds).contains("word.journal.post-given");
        assertThat(missing(kinds)).isEmpty();
    }

    @Test
    void everyRoleAndEveryPermissionHasAWordAndIsAsked() {
        var asked = new StringBuilder();
        Sources.java().forEach(file -> asked.append(file.text()));
        var inProcedures = new StringBuilder();
        Sources.resources("procedures", ".yaml").forEach(file -> inProcedures.append(file.text()));

        roles().forEach((role, permissions) -> {
            assertThat(missing(Set.of("word.role." + role))).isEmpty();
            for (var permission : permissions) {
                assertThat(missing(Set.of("word.permission." + permission))).isEmpty();
                assertThat(TO_COME.contains(permission)
                                || asked.indexOf("\"" + permission + "\"") >= 0
                                || Pattern.compile("permission: " + Pattern.quote(permission) + "\\b")
                                        .matcher(inProcedures)
                                        .find())
                        .as("%s is asked by a handler or a procedure", permission)
                        .isTrue();
            }
        });
    }

    @Test
    void everyPermissionThatIsAskedBelongsToARole() {
        var permissions = new TreeSet<String>();
        roles().values().forEach(permissions::addAll);
        var asked = new TreeSet<String>();
        Sources.java()
                .forEach(file -> Pattern.compile("@May\\(\"([\\w.-]+)\"\\)")
                        .matcher(file.text())
                        .results()
                        .forEach(found -> asked.add(found.group(1))));

        assertThat(permissions).containsAll(asked);
    }

    private static Set<String> missing(Set<String> keys) {
        var missing = new TreeSet<>(keys);
        missing.removeAll(CHINESE.keySet());
        return missing;
    }

    private static TreeSet<String> placeholders(String sentence) {
        var found = new TreeSet<String>();
        PLACEHOLDER.matcher(sentence).results().forEach(result -> found.add(result.group()));
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Set<String>> roles() {
        var yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("roles.yaml"));
        var roles = new TreeMap<String, Set<String>>();
        java.util.Objects.requireNonNull(yaml.getObject())
                .forEach((role, said) -> roles.put(role, new TreeSet<>((java.util.List<String>)
                        java.util.Objects.requireNonNull(((Map<String, Object>) said).get("permissions")))));
        return roles;
    }

    private static Map<String, String> words(boolean english) {
        var words = new TreeMap<String, String>();
        Sources.resources("words", ".properties").stream()
                .filter(file -> file.path().endsWith("_en.properties") == english)
                .forEach(file -> {
                    var read = new Properties();
                    try {
                        read.load(new StringReader(file.text()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    read.stringPropertyNames().forEach(key -> {
                        if (words.put(key, read.getProperty(key)) != null) {
                            TWICE.add(key);
                        }
                    });
                });
        return words;
    }
}
