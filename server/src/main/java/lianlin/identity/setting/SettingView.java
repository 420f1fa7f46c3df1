package lianlin.identity.setting;

import java.util.List;
import lianlin.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/// A setting as the page shows it: what it does, what may be set, what the product has and what is set. `jurisdiction`
/// is where it is kept: the district, or 0 for the installation. The value of a secret is masked, that of a span reads
/// `100-800`.
record SettingView(
        String name,
        int jurisdiction,
        String label,
        String what,
        String rule,
        Labelled group,
        Kind kind,
        @Nullable Integer least,
        @Nullable Integer most,
        @Nullable Labelled unit,
        List<Labelled> choices,
        String usual,
        @Nullable String value) {
    enum Kind {
        AMOUNT,
        SPAN,
        CHOICE,
        HOURS,
        SECRET
    }
}
