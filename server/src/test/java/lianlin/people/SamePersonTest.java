package lianlin.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import lianlin.people.Party.Org;
import lianlin.testing.Importing;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// Account and record of one natural person meet in one id, whichever came first.
@ServerTest
class SamePersonTest {
    @Test
    void whoSignsInAlreadyFindsHisRecordWhenItIsWrittenDown(World world) {
        var resident = world.community("滨江").resident();
        assertThat(resident.get("/api/members/mine").is(200).items()).isEmpty();

        var id = world.district()
                .clerk()
                .post("/api/members", form(resident, 1, branch(world)))
                .is(201)
                .id();

        assertThat(id).isEqualTo(resident.person());
        assertThat(resident.get("/api/members/mine").is(200).items("/id")).containsExactly(id.toString());
    }

    @Test
    void anAccountForSomebodyWhoIsWrittenDownIsHis(World world) {
        var clerk = world.district().clerk();
        var form = Party.form("王一", world.number() * 2 + 1, branch(world));
        var id = clerk.post("/api/members", form).is(201).id();

        var account = world.securityAdmin()
                .post("/api/accounts", Map.of("name", "王一", "phone", form.get("phone")))
                .is(201);
        var other = world.securityAdmin()
                .post("/api/accounts", Map.of("name", "王一", "phone", "137%08d".formatted(world.number())))
                .is(201);

        assertThat(account.id("/account/person")).isEqualTo(id);
        assertThat(other.id("/account/person")).isNotEqualTo(id);
    }

    @Test
    void anotherNameOrASecondRecordWithTheSamePhoneIsAnotherPerson(World world) {
        var resident = world.community("滨江").resident();
        var clerk = world.district().clerk();
        var branch = branch(world);
        var child = form(resident, 3, branch);
        child.put("name", "王小明");

        assertThat(clerk.post("/api/members", child).is(201).id()).isNotEqualTo(resident.person());
        assertThat(clerk.post("/api/members", form(resident, 5, branch)).is(201).id())
                .isEqualTo(resident.person());
        assertThat(clerk.post("/api/members", form(resident, 7, branch)).is(201).id())
                .isNotEqualTo(resident.person());
    }

    @Test
    void anImportFindsThoseWhoSignInAlreadyAndGivesAnIdToOneRowOnly(World world) {
        var resident = world.community("滨江").resident();
        var clerk = world.district().clerk();
        var branch = branch(world);
        var sheet = new SheetOf()
                .row(row(resident, 1, branch))
                .row(row(resident, 3, branch))
                .member("王二", 5, branch.name())
                .excel();

        var checked = Importing.checked(clerk, sheet);
        Importing.move(clerk, checked, "CONFIRMED", false).is(200);

        assertThat(Importing.settled(clerk, checked.id()).number("/applied")).isEqualTo(3);
        assertThat(resident.get("/api/members/mine").is(200).items("/id"))
                .containsExactly(resident.person().toString());
    }

    private static Org branch(World world) {
        return new Party(world).branch("第一党支部", world.community("滨江"));
    }

    private static Map<String, Object> form(Person who, int number, Org branch) {
        var form = new HashMap<>(Party.form(who.name(), number, branch));
        form.put("phone", who.phone());
        return form;
    }

    private static Map<String, Object> row(Person who, int number, Org branch) {
        var row = new HashMap<>(MemberImportTest.with(who.name(), number, branch, "联系电话", who.phone()));
        row.put("人员类别", "社区直管党员");
        return row;
    }
}
