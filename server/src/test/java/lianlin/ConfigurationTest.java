package lianlin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lianlin.kernel.Setting;
import lianlin.testing.ServerTest;
import lianlin.testing.Sources;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// The page on configuration names everything that can be set, and nothing that cannot.
@ServerTest
class ConfigurationTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern OPTION = Pattern.compile("case ((?:\"-[a-z-]+\"(?:, )?)+) ->");
    private static final Pattern WORD = Pattern.compile("--[a-z-]+");
    private static final Pattern PROPERTY =
            Pattern.compile("\\$\\{(lianlin\\.[a-z.-]+)|prefix = \"(lianlin\\.[a-z.-]+)\"|--(lianlin\\.[a-z.-]+)=");
    private static final Pattern VARIABLE = Pattern.compile("LIANLIN_[A-Z_]+");

    @Test
    void namesEveryOptionOfTheCommandLine() throws IOException {
        var options = new TreeSet<String>();
        for (var file : Sources.java()) {
            if (file.path().endsWith("lianlin/Options.java") || file.path().endsWith("lianlin/BackupCommands.java")) {
                OPTION.matcher(file.text())
                        .results()
                        .flatMap(found -> WORD.matcher(found.group(1)).results())
                        .forEach(word -> options.add(word.group()));
            }
        }

        assertThat(options).contains("--port", "--until").allMatch(page()::contains);
        assertThat(WORD.matcher(page()).results().map(found -> found.group()).filter(word -> !word.matches("-+")))
                .allMatch(options::contains);
    }

    @Test
    void namesEveryProperty() throws IOException {
        var properties = new TreeSet<String>();
        Sources.java()
                .forEach(file -> PROPERTY.matcher(file.text()).results().forEach(found -> {
                    for (var group = 1; group <= 3; group++) {
                        if (found.group(group) != null) {
                            properties.add(found.group(group));
                        }
                    }
                }));

        assertThat(properties).contains("lianlin.backup.at").allMatch(page()::contains);
    }

    @Test
    void namesEveryVariable() throws IOException {
        var variables = new TreeSet<String>();
        Sources.java()
                .forEach(
                        file -> VARIABLE.matcher(file.text()).results().forEach(found -> variables.add(found.group())));
        try (var scripts = Files.walk(ROOT.resolve("scripts"))) {
            for (var script : scripts.filter(Files::isRegularFile).toList()) {
                VARIABLE.matcher(Files.readString(script)).results().forEach(found -> variables.add(found.group()));
            }
        }

        assertThat(variables)
                .contains("LIANLIN_DATABASE")
                .allMatch(variable -> page().contains(variable) || page().contains(property(variable)));
    }

    @Test
    void namesEverySettingOfDistricts(World world) {
        var names = world.server().context().getBeansOfType(Setting.Reader.class).values().stream()
                .flatMap(reader -> reader.settings().stream())
                .map(Setting::name)
                .toList();

        assertThat(names).contains("messages.quiet").allMatch(name -> page().contains("`" + name + "`"));
    }

    private static String property(String variable) {
        return variable.toLowerCase().replace('_', '.');
    }

    private static String page() {
        try {
            return Files.readString(ROOT.resolve("docs/configuration.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
