package lianlin.people;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.CodeList;
import lianlin.kernel.codes.CodeLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The code lists that a person's record uses (IDN-04).
@Component
class Codes {
    private final Map<String, Map<String, String>> lists = CodeLists.shipped().all().stream()
            .collect(Collectors.toMap(
                    CodeList::name,
                    list -> list.entries().stream()
                            .collect(Collectors.toMap(CodeList.Entry::code, CodeList.Entry::label))));

    @Nullable
    Labelled label(String list, @Nullable String code) {
        return code == null ? null : new Labelled(code, labels(list).getOrDefault(code, code));
    }

    /// A code that the list has; null stays null.
    @Nullable
    String require(String field, String list, @Nullable String code) {
        if (code != null && !labels(list).containsKey(code)) {
            throw Problem.invalid(field, "code.unknown");
        }
        return code;
    }

    /// The codes by their labels, as sheets bring them; the codes themselves do too.
    Map<String, String> byLabel(String list) {
        var codes = labels(list).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));
        labels(list).keySet().forEach(code -> codes.putIfAbsent(code, code));
        if (list.equals("nationality")) {
            labels(list).forEach((code, label) -> codes.putIfAbsent(label.replaceFirst("族$", ""), code));
        }
        return codes;
    }

    List<String> words(String list) {
        return CodeLists.shipped().find(list).orElseThrow().entries().stream()
                .map(CodeList.Entry::label)
                .toList();
    }

    private Map<String, String> labels(String list) {
        return lists.getOrDefault(list, Map.of());
    }
}
