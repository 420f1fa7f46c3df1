package lianlin.organization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Problem;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How many members the kinds of party organizations need (ORG-02): refusals at the founding, warnings afterwards.
@Component
class Thresholds {
    private static final int FULL_OF_BRANCH = 3;
    private static final int USUAL_BRANCH = 50;
    private static final int GENERAL_BRANCH = 50;
    private static final int COMMITTEE = 100;
    private static final String LEFT = "LEFT";
    private static final String FULL = "FULL";

    private final Sentences sentences;

    Thresholds(Sentences sentences) {
        this.sentences = sentences;
    }

    /// Refuses a founding with too few members. A branch has three full members, always; for the larger ones the
    /// superior may agree to less (特批). Where no numbers are given, an organization that exists is written down.
    static void check(Profile profile, @Nullable Integer members, @Nullable Integer fullMembers) {
        switch (profile.kind()) {
            case BRANCH -> {
                if (fullMembers != null && fullMembers < FULL_OF_BRANCH) {
                    throw Problem.refused("organization.few-full", FULL_OF_BRANCH, fullMembers);
                }
            }
            case GENERAL_BRANCH -> atLeast(GENERAL_BRANCH, members, profile);
            case COMMITTEE -> atLeast(COMMITTEE, members, profile);
            default -> {
                // the rules name no number
            }
        }
    }

    private static void atLeast(int needed, @Nullable Integer members, Profile profile) {
        if (members != null && members < needed && !profile.special()) {
            throw Problem.refused("organization.few", needed, members);
        }
    }

    /// What is unusual about the numbers of today.
    List<Warning> warnings(Profile profile, Map<String, Long> membersByStatus, LocalDate today) {
        var warnings = new ArrayList<Warning>();
        var members = members(membersByStatus);
        var full = membersByStatus.getOrDefault(FULL, 0L);
        switch (profile.kind()) {
            case BRANCH -> {
                if (full < FULL_OF_BRANCH) {
                    warnings.add(warning("organization.few-full", FULL_OF_BRANCH, full));
                }
                if (members > USUAL_BRANCH) {
                    warnings.add(warning("organization.many", USUAL_BRANCH, members));
                }
            }
            case GENERAL_BRANCH -> {
                if (members < GENERAL_BRANCH && !profile.special()) {
                    warnings.add(warning("organization.few", GENERAL_BRANCH, members));
                }
                if (members >= COMMITTEE) {
                    warnings.add(warning("organization.many", COMMITTEE, members));
                }
            }
            case COMMITTEE -> {
                if (members < COMMITTEE && !profile.special()) {
                    warnings.add(warning("organization.few", COMMITTEE, members));
                }
            }
            default -> {
                // the rules name no number
            }
        }
        if (profile.termEnd() != null && profile.termEnd().isBefore(today)) {
            warnings.add(warning("organization.term-over", profile.termEnd().toString()));
        }
        return warnings;
    }

    /// Members of any status, those that left not counted (MEM-01).
    static long members(Map<String, Long> byStatus) {
        return byStatus.entrySet().stream()
                .filter(status -> !status.getKey().equals(LEFT))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Warning warning(String code, Object... values) {
        return new Warning(code, sentences.of(code, values));
    }
}
