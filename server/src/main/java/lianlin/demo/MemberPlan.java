package lianlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.organization.OrganizationKind;
import lianlin.people.MemberCategory;
import lianlin.people.MembershipStatus;
import org.jspecify.annotations.Nullable;

/// The members of the county, branch by branch: exactly as many as the size says, of them exactly as many
/// probationary and mobile ones.
final class MemberPlan {
    /// A branch that gets members: where in the list of organizations it stands, what it is, what its place
    /// is called.
    record Home(int organization, OrganizationKind kind, String name, String place, boolean small) {}

    /// An invented member of a branch.
    record Planned(
            int organization,
            PersonName name,
            IdentityNumber identity,
            PhoneNumber phone,
            String address,
            String nationality,
            String education,
            @Nullable String workUnit,
            MembershipStatus status,
            Set<MemberCategory> categories,
            LocalDate joinedOn,
            @Nullable LocalDate fullOn) {
        /// The line that two generations have in common; personal data does not print by itself.
        String line() {
            return organization + " " + name.reveal() + " " + identity.reveal() + " " + phone.reveal() + " " + address
                    + " " + status + " " + new ArrayList<>(categories) + " " + education;
        }
    }

    private static final int USUAL = 50;
    private static final int SMALL = 45;
    private static final List<String> UNITS =
            List.of("演示陶瓷有限公司", "演示机械厂", "演示物业公司", "演示医院", "演示学校", "演示银行", "演示设计院", "演示商贸公司", "演示软件公司", "演示食品厂");

    private final int county;
    private final DemoSize size;
    private final LocalDate today;
    private final Dice dice = new Dice("members");
    private final Invented invented = new Invented(new Dice("member people"), 0);

    MemberPlan(int county, DemoSize size, LocalDate today) {
        this.county = county;
        this.size = size;
        this.today = today;
    }

    /// Invented one by one as they are asked for: there may be more than memory holds.
    Stream<Planned> members(List<Home> homes) {
        var special = special();
        var shares = shares(homes);
        var number = new AtomicInteger();
        return IntStream.range(0, homes.size())
                .boxed()
                .flatMap(at -> IntStream.range(0, shares[at])
                        .mapToObj(one -> member(homes.get(at), special[number.getAndIncrement()])));
    }

    /// What is special about which member: `P` probationary, `M` mobile, `S` suspended, ` ` nothing.
    private char[] special() {
        var numbers = new ArrayList<Integer>();
        for (var i = 0; i < size.members(); i++) {
            numbers.add(i);
        }
        var mixed = dice.shuffled(numbers);
        var special = new char[size.members()];
        java.util.Arrays.fill(special, ' ');
        var suspended = size.members() / 1_000;
        for (var i = 0; i < size.probationary() + size.mobile() + suspended; i++) {
            special[mixed.get(i)] = i < size.probationary() ? 'P' : i < size.probationary() + size.mobile() ? 'M' : 'S';
        }
        return special;
    }

    /// How many members each branch has: none above the usual most (ORG-02) unless there are too many for that, all
    /// together as many as wanted.
    private int[] shares(List<Home> homes) {
        var shares = new int[homes.size()];
        var left = size.members();
        for (var i = 0; i < shares.length; i++) {
            shares[i] = Math.min(left, dice.between(4, Math.max(5, size.members() / homes.size() - 8)));
            left -= shares[i];
        }
        var times = 1 + size.members() / (homes.size() * SMALL);
        while (left > 0) {
            var at = dice.between(0, shares.length - 1);
            var most = times * (homes.get(at).small() ? SMALL : USUAL);
            var full = left > 0 && shares[at] >= most;
            if (!full) {
                shares[at]++;
                left--;
            }
        }
        return shares;
    }

    private Planned member(Home home, char special) {
        var woman = dice.in100(37);
        var categories = categories(home);
        if (special == 'M') {
            categories.clear();
            categories.add(dice.in100(70) ? MemberCategory.MOBILE_OUT : MemberCategory.MOBILE_IN);
        }
        var age = special == 'P' ? dice.between(20, 42) : age(categories);
        var born = today.minusYears(age).minusDays(dice.between(1, 360));
        var joined = special == 'P'
                ? today.minusDays(dice.between(10, 350))
                : born.plusYears(dice.between(19, Math.max(20, Math.min(age - 2, 38))))
                        .plusDays(dice.between(0, 360));
        if (joined.isAfter(today.minusYears(1)) && special != 'P') {
            joined = today.minusYears(1).minusDays(dice.between(1, 300));
        }
        var status = special == 'P'
                ? MembershipStatus.PROBATIONARY
                : special == 'S' ? MembershipStatus.SUSPENDED : MembershipStatus.FULL;
        return new Planned(
                home.organization(),
                invented.name(woman),
                invented.identity(county, born, woman),
                invented.phone(),
                invented.address(home.place()),
                dice.in100(97) ? "01" : dice.of(List.of("08", "03", "06", "15")),
                education(age),
                works(categories) ? dice.of(UNITS) : null,
                status,
                categories,
                joined,
                special == 'P' ? null : joined.plusYears(1));
    }

    private Set<MemberCategory> categories(Home home) {
        var main = switch (home.kind()) {
            case JOINT_BRANCH -> MemberCategory.TWO_NEW;
            case MOBILE_MEMBER_BRANCH -> MemberCategory.COMMUNITY;
            default -> {
                if (home.name().contains("离退休")) {
                    yield MemberCategory.RETIRED;
                }
                if (home.name().contains("新”组织")) {
                    yield MemberCategory.TWO_NEW;
                }
                if (home.name().contains("系统") || home.name().contains("机关")) {
                    yield dice.in100(85) ? MemberCategory.IN_SERVICE : MemberCategory.RETIRED;
                }
                yield List.of(
                                MemberCategory.COMMUNITY,
                                MemberCategory.RETIRED,
                                MemberCategory.IN_SERVICE,
                                MemberCategory.LAID_OFF,
                                MemberCategory.STUDENT,
                                MemberCategory.OTHER)
                        .get(dice.weighted(54, 27, 9, 4, 3, 3));
            }
        };
        var categories = EnumSet.of(main);
        if (dice.in100(5)) {
            categories.add(MemberCategory.SPECIALTY);
        }
        return categories;
    }

    private int age(Set<MemberCategory> categories) {
        if (categories.contains(MemberCategory.RETIRED)) {
            return dice.between(60, 88);
        }
        return categories.contains(MemberCategory.STUDENT) ? dice.between(22, 26) : dice.between(25, 66);
    }

    private static boolean works(Set<MemberCategory> categories) {
        return categories.contains(MemberCategory.IN_SERVICE)
                || categories.contains(MemberCategory.TWO_NEW)
                || categories.contains(MemberCategory.MOBILE_OUT);
    }

    /// The codes of GB/T 4658 that the lists ship.
    private String education(int age) {
        return List.of("14", "21", "31", "41", "61", "71")
                .get(age > 58 ? dice.weighted(1, 12, 22, 20, 30, 15) : dice.weighted(8, 45, 30, 7, 8, 2));
    }
}
