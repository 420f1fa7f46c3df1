package lianlin.territory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many households a place usually has, as the district has set it: a word of warning beyond that, never a refusal.
@Component
public class Households implements Setting.Reader {
    /// What a basic grid holds (TER-07).
    private static final Setting GRID = setting("places.grid-households", "TER-07", 10_000, "100-800");

    /// What a residents' committee serves (TER-16).
    private static final Setting COMMUNITY = setting("places.community-households", "TER-16", 50_000, "1000-3000");

    private final Settings settings;
    private final Sentences sentences;

    Households(Settings settings, Sentences sentences) {
        this.settings = settings;
        this.sentences = sentences;
    }

    @Override
    public List<Setting> settings() {
        return List.of(GRID, COMMUNITY);
    }

    public Optional<Warning> ofGrid(int jurisdiction, @Nullable Integer households) {
        var usual = settings.span(jurisdiction, GRID);
        return households == null || usual.covers(households)
                ? Optional.empty()
                : Optional.of(new Warning(
                        "grid.households-usual",
                        sentences.of("grid.households-usual", households, usual.from(), usual.to())));
    }

    public Optional<Warning> ofCommunity(int jurisdiction, @Nullable Integer households) {
        var usual = settings.span(jurisdiction, COMMUNITY);
        return households == null || usual.covers(households)
                ? Optional.empty()
                : Optional.of(new Warning(
                        "area.households-usual",
                        sentences.of("area.households-usual", usual.from(), usual.to(), households)));
    }

    private static Setting setting(String name, String rule, int most, String usual) {
        return new Setting(
                name,
                rule,
                Setting.Group.PLACES,
                Setting.Level.DISTRICT,
                new Setting.Span(1, most, "HOUSEHOLDS"),
                usual);
    }

    /// All that are known together; nothing where none is.
    public static <T> @Nullable Integer sum(Collection<T> places, Function<T, @Nullable Integer> households) {
        @Nullable Integer sum = null;
        for (var place : places) {
            var some = households.apply(place);
            if (some != null) {
                sum = sum == null ? some : Integer.valueOf(sum + some);
            }
        }
        return sum;
    }
}
