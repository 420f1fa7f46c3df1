package lianlin.kernel.codes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The code lists that come with the product (IDN-04), one file each under `codes/`: first line `# standard`, then
/// `code,label`.
public final class CodeLists {
    private static final List<String> SHIPPED =
            List.of("gender", "nationality", "education", "political-status", "credit-code-category");

    private final SequencedMap<String, CodeList> lists;

    private CodeLists(SequencedMap<String, CodeList> lists) {
        this.lists = lists;
    }

    /// Reads all lists; a file that is missing or misspelled stops the start.
    public static CodeLists shipped() {
        var lists = new LinkedHashMap<String, CodeList>();
        for (var name : SHIPPED) {
            lists.put(name, read(name));
        }
        return new CodeLists(lists);
    }

    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(lists.get(name));
    }

    public List<CodeList> all() {
        return List.copyOf(lists.values());
    }

    private static CodeList read(String name) {
        try (var file = CodeLists.class.getResourceAsStream("/codes/" + name + ".csv")) {
            if (file == null) {
                throw new IllegalStateException("No code list " + name);
            }
            var lines = new String(file.readAllBytes(), UTF_8).lines().toList();
            var entries = new ArrayList<CodeList.Entry>();
            for (var line : lines.subList(1, lines.size())) {
                var comma = line.indexOf(',');
                entries.add(new CodeList.Entry(line.substring(0, comma), line.substring(comma + 1)));
            }
            return new CodeList(name, lines.getFirst().substring(1).strip(), entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
