package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.journal.Journal;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Personal data is masked, sealed, and whoever looks is known to the person concerned (IDN-13, IDN-14).
@ServerTest
class LooksTest {
    @Test
    @Tag("IDN-13")
    void listsAndThingsShowThePhoneMasked(World world) {
        var resident = world.community("滨江").resident();
        var masked = PhoneNumber.parse(resident.phone()).masked();
        var admin = world.securityAdmin();

        var list = admin.get("/api/accounts").is(200);
        var one = admin.get("/api/accounts/{id}", resident.account()).is(200);

        assertThat(list.items("/phone")).contains(masked);
        assertThat(one.text("/phone")).isEqualTo(masked).contains("****");
        assertThat(list.text() + one.text()).doesNotContain(resident.phone());
    }

    @Test
    @Tag("IDN-14")
    void theDatabaseHoldsThePhoneSealedAndBoundToItsRow(World world) {
        var one = world.community("滨江").resident();
        var other = world.community("滨江").resident();
        var owner = world.server().owner();
        var stored = owner.fetchSingle(
                        "SELECT phone FROM identity.account WHERE id = ?",
                        one.account().value())
                .get(0, byte[].class);

        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(one.phone());
        var opened =
                world.bean(Vault.class).open("identity.account.phone", one.account(), world.jurisdiction(), stored);
        assertThat(opened).isEqualTo(one.phone());
        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                world.bean(Vault.class).open("identity.account.phone", other.account(), world.jurisdiction(), stored));
    }

    @Test
    @Tag("IDN-13")
    void thePersonConcernedSeesWhoLookedAndWhy(World world) {
        var resident = world.community("滨江").resident();
        var clerk = world.community("滨江").clerk();
        var acting = acting(world, clerk);
        world.transaction(() -> {
            world.bean(Looks.class).record(acting, world.jurisdiction(), resident.person(), "PHONE", "上门前联系");
            return true;
        });

        var looks = resident.get("/api/me/looks").is(200);

        assertThat(looks.items("/who")).containsExactly(clerk.name());
        assertThat(looks.items("/post")).containsExactly("滨江 · 社区工作人员");
        assertThat(looks.items("/field/code")).containsExactly("PHONE");
        assertThat(looks.items("/reason")).containsExactly("上门前联系");
        assertThat(clerk.get("/api/me/looks").items()).isEmpty();
        var rows = world.inside(() -> world.bean(Journal.class).timeline(world.jurisdiction(), resident.person()));
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.payload().toString()).doesNotContain(resident.phone()));
    }

    private static Acting acting(World world, lianlin.testing.Person person) {
        var sessions = world.bean(Sessions.class);
        return sessions.acting(sessions.find(person.session().token()).orElseThrow(), "127.0.0.1", null);
    }
}
