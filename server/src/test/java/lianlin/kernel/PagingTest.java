package lianlin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// Lists by position: with equal values, to the last page, and with positions that are none.
@ServerTest
class PagingTest {
    @Test
    void everyRowComesOnceThoughManyHaveTheSameName(World world) {
        for (var i = 0; i < 45; i++) {
            world.server().enrolment().enrol(world.jurisdiction(), world.number(), "同名");
        }
        var admin = world.securityAdmin();

        var seen = walk(admin, "/api/accounts", 7);

        assertThat(seen).hasSize(46).doesNotHaveDuplicates();
        assertThat(walk(admin, "/api/accounts", 45)).isEqualTo(seen);
        assertThat(admin.get("/api/accounts").number("/total")).isEqualTo(46);
    }

    @Test
    void theLastPageHasNoNext(World world) {
        var admin = world.securityAdmin();

        assertThat(admin.get("/api/accounts?limit=1").is(200).json("/next").isNull())
                .isTrue();
    }

    @Test
    void aPositionThatIsNoneIsRefusedWithItsField(World world) {
        var admin = world.securityAdmin();

        for (var after : new String[] {"x", "%27", "AAAA", "MR8yHzM", "YR94"}) {
            admin.get("/api/accounts?after=" + after).is(422).problem("paging.after");
        }
        for (var limit : new String[] {"0", "201", "-1", "many", "1000000000000"}) {
            admin.get("/api/accounts?limit=" + limit).is(422).problem("paging.limit");
        }
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheRows(World world) {
        var admin = world.securityAdmin();
        admin.get("/api/accounts?limit=200").is(200);
        var few = admin.statements("/api/accounts?limit=200");
        for (var i = 0; i < 30; i++) {
            world.community("滨江").resident();
        }
        admin.get("/api/accounts?limit=200").is(200);

        var many = admin.get("/api/accounts?limit=200");

        assertThat(many.items()).hasSize(31);
        assertThat(admin.statements("/api/accounts?limit=200")).isLessThanOrEqualTo(few);
    }

    private static ArrayList<String> walk(Person person, String path, int limit) {
        var ids = new ArrayList<String>();
        for (var page = person.get(path + "?limit=" + limit); ; ) {
            ids.addAll(page.is(200).items("/id"));
            if (page.json("/next").isNull()) {
                return ids;
            }
            page = person.get(path + "?limit=" + limit + "&after=" + page.text("/next"));
        }
    }
}
