package lianlin.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;

class ScopeTest {
    private static final Field<Integer> JURISDICTION = DSL.field("jurisdiction", Integer.class);
    private static final Field<Area> PLACE = DSL.field(
            "area",
            SQLDataType.BIGINT.asConvertedDataType(Area.class, Area::new, area -> area == null ? null : area.code()));
    private static final Field<String> OWNER = DSL.field("path", String.class);
    private static final Field<Id> CONCERNED = DSL.field(
            "person", SQLDataType.BIGINT.asConvertedDataType(Id.class, Id::new, id -> id == null ? null : id.value()));

    private static final Area STREET = Area.parse("440604001");
    private static final Id PERSON = new Id(7);

    @Test
    void aPostInAnAreaSeesTheIntervalBelowIt() {
        var scope = Scope.within(Scope.Reach.AREA, STREET, null, PERSON);

        assertThat(sql(scope.on(JURISDICTION, PLACE)))
                .isEqualTo("(jurisdiction = 440604 and area between 440604001000000 and 440604001999999)");
    }

    @Test
    void aPostOfACityCoversTheCountiesBelowIt() {
        var scope = Scope.within(Scope.Reach.AREA, Area.parse("440600"), null, PERSON);

        assertThat(sql(scope.on(JURISDICTION))).isEqualTo("jurisdiction between 440600 and 440699");
    }

    @Test
    void aPostAtAnOrganizationSeesWhatBelongsToItOrBelow() {
        var scope = Scope.within(Scope.Reach.ORGANIZATION, STREET, "000001", PERSON);

        assertThat(sql(scope.on(JURISDICTION, PLACE, OWNER)))
                .isEqualTo("(jurisdiction = 440604 and path between '000001' and '000001~')");
        assertThat(sql(Scope.within(Scope.Reach.ORGANIZATION, STREET, null, PERSON)
                        .on(JURISDICTION, PLACE, OWNER)))
                .contains("false");
    }

    @Test
    void aResidentSeesWhatConcernsHimAndNothingElse() {
        var scope = Scope.within(Scope.Reach.OWN, STREET, null, PERSON);

        assertThat(sql(scope.on(JURISDICTION, PLACE, OWNER, CONCERNED)))
                .isEqualTo("(jurisdiction = 440604 and person = 7)");
        assertThat(sql(scope.on(JURISDICTION, PLACE, OWNER))).contains("false");
    }

    @Test
    void anAdministratorSeesNothingOfTheBusiness() {
        var scope = Scope.within(Scope.Reach.SYSTEM, STREET, null, PERSON);

        assertThat(sql(scope.on(JURISDICTION, PLACE))).contains("false");
        assertThat(sql(scope.on(JURISDICTION, PLACE, OWNER))).contains("false");
        assertThat(sql(scope.on(JURISDICTION, PLACE, OWNER, CONCERNED))).contains("false");
    }

    @Test
    void aScopeIsNarrowedToPlacesInsideItAlone() {
        var scope = Scope.within(Scope.Reach.AREA, STREET, null, PERSON);
        var inside = Area.parse("440604001003");

        assertThat(scope.at(inside).area()).isEqualTo(inside);
        assertThat(scope.at(null)).isEqualTo(scope);
        assertThat(sql(scope.at(Area.parse("440604002003")).on(JURISDICTION, PLACE)))
                .contains("false");
        assertThat(sql(scope.at(Area.parse("440604")).on(JURISDICTION, PLACE))).contains("false");
    }

    private static String sql(Condition condition) {
        return DSL.using(SQLDialect.POSTGRES)
                .renderInlined(condition)
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .replace(" )", ")");
    }
}
