package lianlin.kernel.text;

import static lianlin.organization.sql.Tables.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lianlin.people.Party;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Names are found through their index, in the own district alone.
@ServerTest
class FinderTest {
    private static final List<String> SEARCHED =
            List.of("people.member", "organization.organization", "procedure.\"case\"", "matter.service_item");

    @Test
    void aPartOfANameIsFoundInTheOwnDistrictAlone(World world) {
        for (var district : List.of(world, world.neighbour())) {
            var party = new Party(district);
            var committee = party.committee("滨江社区党委", district.community("滨江"));
            party.branch("滨江第一党支部", committee);
        }

        assertThat(found(world, 10, "滨江")).containsExactlyInAnyOrder("滨江社区党委", "滨江第一党支部");
        assertThat(found(world, 10, "第一党")).containsExactly("滨江第一党支部");
        assertThat(found(world, 10, "江滨")).isEmpty();
        assertThat(found(world, 10, " ，。")).isEmpty();
    }

    @Test
    void whatIsFoundTooOftenIsFoundAllTheSame(World world) {
        var committee = new Party(world).committee("滨江社区党委", world.community("滨江"));
        new Party(world).branch("滨江第一党支部", committee);

        assertThat(found(world, 1, "滨江")).hasSize(2);
        assertThat(found(world, 1, "社区")).containsExactly("滨江社区党委");
    }

    /// What a policy with a condition would not let it do, as it does not for the application itself.
    @Test
    @Tag("P9")
    void theRoleThatFindsMaySearchByTheIndex(World world) {
        var plans = SEARCHED.stream()
                .map(table -> world.server().owner().transactionResult(step -> {
                    var dsl = step.dsl();
                    dsl.execute("SET LOCAL ROLE lianlin_finder");
                    dsl.execute("SET LOCAL enable_seqscan = off");
                    dsl.execute("SET LOCAL enable_indexscan = off");
                    return dsl.fetch("EXPLAIN SELECT id FROM " + table + " WHERE grams @@ '''滨江'''::tsquery")
                            .formatCSV();
                }))
                .toList();

        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan).contains("_by_grams").containsPattern("Index Cond: .*grams @@"));
    }

    @Test
    @Tag("S2")
    void theRoleThatFindsReadsNothingButWhatIsSearched(World world) {
        var owner = world.server().owner();

        assertThat(owner.fetchSingle(
                                "SELECT rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = 'lianlin_finder'")
                        .intoArray())
                .containsOnly(false);
        assertThat(owner.fetch("""
                                SELECT table_schema || '.' || quote_ident(table_name) || '.' || column_name
                                  FROM information_schema.column_privileges WHERE grantee = 'lianlin_finder'
                                """).into(String.class))
                .containsExactlyInAnyOrderElementsOf(SEARCHED.stream()
                        .flatMap(table ->
                                List.of("jurisdiction", "id", "grams").stream().map(column -> table + "." + column))
                        .toList());
        assertThat(owner.fetch(
                                "SELECT DISTINCT grantee || privilege_type FROM information_schema.column_privileges WHERE grantee = 'lianlin_finder'")
                        .into(String.class))
                .containsExactly("lianlin_finderSELECT");
        assertThat(owner.fetch("SELECT proname FROM pg_proc WHERE proowner = 'lianlin_finder'::regrole")
                        .into(String.class))
                .containsExactlyInAnyOrder("member_found", "organization_found", "case_found", "service_item_found");
        assertThat(owner.fetch("SELECT relname FROM pg_class WHERE relowner = 'lianlin_finder'::regrole"))
                .isEmpty();
    }

    private static List<String> found(World world, int most, String typed) {
        return world.inside(() -> {
            var finder = new Finder(world.db(), most);
            return world.db()
                    .select(ORGANIZATION.NAME)
                    .from(ORGANIZATION)
                    .where(finder.called(ORGANIZATION.ID, ORGANIZATION.GRAMS, typed))
                    .fetch(ORGANIZATION.NAME);
        });
    }
}
