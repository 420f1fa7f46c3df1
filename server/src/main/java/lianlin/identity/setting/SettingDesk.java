package lianlin.identity.setting;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows and changes settings; the journal has who set what before.
@Service
class SettingDesk {
    static final String SUBJECT = "setting";

    /// A change, by whom and when; what it was and is, absent where the default held or holds.
    record Change(
            Id id,
            Instant at,
            @Nullable String who,
            @Nullable String before,
            @Nullable String after) {}

    record SettingChanged(
            Fact.Header header,
            String name,
            @Nullable String before,
            @Nullable String after) implements Fact {}

    private final List<Setting> catalogue;
    private final Settings settings;
    private final Facts facts;
    private final Journal journal;
    private final Actors actors;
    private final Sentences sentences;
    private final Words words;

    SettingDesk(
            List<Setting.Reader> readers,
            Settings settings,
            Facts facts,
            Journal journal,
            Actors actors,
            Sentences sentences,
            Words words) {
        this.catalogue = readers.stream()
                .flatMap(reader -> reader.settings().stream())
                .sorted(Comparator.comparing(Setting::group).thenComparing(Setting::name))
                .toList();
        this.settings = settings;
        this.facts = facts;
        this.journal = journal;
        this.actors = actors;
        this.sentences = sentences;
        this.words = words;
    }

    /// What may be set in a district, and of the whole installation where the caller stands above districts.
    List<SettingView> list(Acting acting, @Nullable Integer district) {
        var here = district(acting, district);
        var set = new HashMap<>(Map.of(0, settings.all(0)));
        set.computeIfAbsent(here, settings::all);
        return catalogue.stream()
                .filter(setting -> shown(acting, setting, here))
                .map(setting -> {
                    var where = where(setting, here);
                    return view(
                            setting,
                            where,
                            Objects.requireNonNull(set.get(where)).get(setting.name()));
                })
                .toList();
    }

    /// Sets a value, or goes back to the default without one.
    @Transactional
    SettingView change(Acting acting, String name, @Nullable Integer district, @Nullable String value) {
        var here = district(acting, district);
        var setting = find(acting, name, here);
        var wanted = value == null ? null : value.strip();
        if (wanted != null && !setting.shape().fits(wanted)) {
            throw wrong(setting);
        }
        var where = where(setting, here);
        var before = settings.put(where, name, wanted);
        if (!Objects.equals(before, wanted)) {
            facts.publish(new SettingChanged(
                    acting.header(where, SUBJECT, id(name)), name, shown(setting, before), shown(setting, wanted)));
        }
        return view(setting, where, wanted);
    }

    /// Who changed a setting, the latest first.
    List<Change> history(Acting acting, String name, @Nullable Integer district) {
        var here = district(acting, district);
        var where = where(find(acting, name, here), here);
        var rows = journal.timeline(where, id(name)).reversed();
        var names = actors.accountNames(Happened.actors(rows));
        return rows.stream()
                .map(row -> new Change(
                        row.id(),
                        row.at(),
                        row.actor() == null ? null : names.get(row.actor()),
                        row.text("before"),
                        row.text("after")))
                .toList();
    }

    /// The district that is meant: one of the caller's scope, without a word his own.
    private static int district(Acting acting, @Nullable Integer district) {
        var scope = acting.scope();
        if (district == null) {
            return acting.jurisdiction();
        }
        if (district < scope.lo() || district > scope.hi()) {
            throw Problem.absent("setting", null);
        }
        return district;
    }

    private Setting find(Acting acting, String name, int here) {
        return Optional.of(name)
                .flatMap(each -> catalogue.stream()
                        .filter(setting -> setting.name().equals(each) && shown(acting, setting, here))
                        .findFirst())
                .orElseThrow(() -> Problem.absent("setting", name));
    }

    private static boolean shown(Acting acting, Setting setting, int here) {
        return switch (setting.level()) {
            case DISTRICT -> here != 0;
            case INSTALLATION -> acting.scope().lo() == 0;
            case BOTH -> true;
        };
    }

    private static int where(Setting setting, int here) {
        return setting.level() == Setting.Level.INSTALLATION ? 0 : here;
    }

    private static Problem wrong(Setting setting) {
        return switch (setting.shape()) {
            case Setting.Amount amount -> Problem.invalid("value", "setting.amount", amount.least(), amount.most());
            case Setting.Span span -> Problem.invalid("value", "setting.span", span.least(), span.most());
            case Setting.Choice ignored -> Problem.invalid("value", "setting.choice");
            case Setting.Hours ignored -> Problem.invalid("value", "setting.hours");
            case Setting.Secret ignored -> Problem.invalid("value", "setting.secret");
        };
    }

    private SettingView view(Setting setting, int where, @Nullable String value) {
        var name = setting.name();
        var amount = switch (setting.shape()) {
            case Setting.Amount found -> found;
            case Setting.Span span -> new Setting.Amount(span.least(), span.most(), span.unit());
            default -> null;
        };
        List<Labelled> choices = setting.shape() instanceof Setting.Choice choice
                ? choice.codes().stream()
                        .map(code -> words.of("setting." + name, code))
                        .toList()
                : List.of();
        return new SettingView(
                name,
                where,
                sentences.of("word.setting." + name),
                sentences.of("setting." + name),
                setting.rule(),
                words.of("Setting.Group", setting.group().name()),
                switch (setting.shape()) {
                    case Setting.Amount ignored -> SettingView.Kind.AMOUNT;
                    case Setting.Span ignored -> SettingView.Kind.SPAN;
                    case Setting.Choice ignored -> SettingView.Kind.CHOICE;
                    case Setting.Hours ignored -> SettingView.Kind.HOURS;
                    case Setting.Secret ignored -> SettingView.Kind.SECRET;
                },
                amount == null ? null : amount.least(),
                amount == null ? null : amount.most(),
                amount == null ? null : words.of("setting-unit", amount.unit()),
                choices,
                setting.usual(),
                shown(setting, value));
    }

    private static @Nullable String shown(Setting setting, @Nullable String value) {
        return value == null || !(setting.shape() instanceof Setting.Secret)
                ? value
                : "••••••" + value.substring(Math.max(0, value.length() - 4));
    }

    /// The id under which a setting stands in the journal, made from its name.
    static Id id(String name) {
        return new Id(Integer.toUnsignedLong(name.hashCode()));
    }
}
