package lianlin.people;

import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Searching;
import lianlin.kernel.Paging;
import lianlin.kernel.codes.BadCode;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PhoneNumber;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Members by a part of the name, or by a whole telephone or identity number, as the list of members finds them.
@Component
@Order(1)
class MemberSearch implements Searching {
    private final MemberReads members;

    MemberSearch(MemberReads members) {
        this.members = members;
    }

    @Override
    public String kind() {
        return "member";
    }

    @Override
    public List<Found> search(Acting acting, String typed, int most) {
        if (!acting.may("member.read")) {
            return List.of();
        }
        return members.first(acting.scope(), asked(typed), new Paging(null, most)).stream()
                .map(line ->
                        new Found(line.id(), line.name(), line.organization().name()))
                .toList();
    }

    private static MemberFilter asked(String typed) {
        var bare = typed.replaceAll("[\\s-]", "");
        try {
            if (bare.matches("1\\d{10}")) {
                return new MemberFilter(null, null, null, null, null, PhoneNumber.parse(bare), null);
            }
            if (bare.matches("\\d{17}[\\dXx]")) {
                return new MemberFilter(null, null, null, null, null, null, IdentityNumber.parse(bare));
            }
        } catch (BadCode e) {
            // a number that cannot be one is looked for like a name, and not found
        }
        return new MemberFilter(typed, null, null, null, null, null, null);
    }
}
