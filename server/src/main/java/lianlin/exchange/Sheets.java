package lianlin.exchange;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.kernel.Problem;
import lianlin.kernel.sheet.Sheet;
import org.springframework.stereotype.Component;

/// The kinds of sheets that the modules offer, by name.
@Component
class Sheets {
    private final Map<String, Sheet> byName;

    Sheets(List<Sheet> sheets) {
        byName = sheets.stream().collect(Collectors.toMap(Sheet::name, Function.identity()));
    }

    Sheet get(String name) {
        var sheet = byName.get(name);
        if (sheet == null) {
            throw Problem.absent("import", name);
        }
        return sheet;
    }

    /// The sheet, if the post may import it.
    Sheet get(Acting acting, String name) {
        var sheet = get(name);
        if (!acting.may(sheet.permission())) {
            throw Problem.denied("permission.missing");
        }
        return sheet;
    }
}
