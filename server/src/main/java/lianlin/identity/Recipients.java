package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.database.Columns;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The door to accounts for whoever tells people something: who is meant, and in which language he reads.
@Component
public class Recipients {
    /// Who is meant: the accounts of a person, or those with a valid post that carries a permission at an organization
    /// or in exactly an area.
    public record Meant(
            int jurisdiction,
            @Nullable Id person,
            @Nullable Id organization,
            @Nullable Area area,
            @Nullable String permission) {
        public static Meant person(int jurisdiction, Id person) {
            return new Meant(jurisdiction, person, null, null, null);
        }

        public static Meant at(int jurisdiction, Id organization, @Nullable String permission) {
            return new Meant(jurisdiction, null, organization, null, permission);
        }

        public static Meant in(int jurisdiction, Area area, @Nullable String permission) {
            return new Meant(jurisdiction, null, null, area, permission);
        }
    }

    private final DSLContext db;
    private final Clock clock;

    Recipients(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The accounts that may enter of everybody who is meant, in one statement; in the order asked, each once.
    public List<List<Id>> accounts(List<Meant> meant) {
        var found = new ArrayList<List<Id>>();
        var numbers = new ArrayList<Integer>();
        meant.forEach(each -> {
            numbers.add(found.size());
            found.add(new ArrayList<>());
        });
        if (meant.isEmpty()) {
            return found;
        }
        var rows = Columns.of(meant);
        db.fetch(
                        """
                        SELECT meant.number, told.account
                          FROM unnest({0}::int[], {1}::int[], {2}::bigint[], {3}::bigint[], {4}::bigint[], {5}::text[])
                               AS meant (number, jurisdiction, person, organization, area, permission)
                         CROSS JOIN LATERAL (
                               SELECT a.id FROM identity.account a WHERE a.person = meant.person
                               UNION
                               SELECT p.account FROM identity.post p JOIN identity.role r ON r.code = p.role
                                WHERE p.jurisdiction = meant.jurisdiction AND p.organization = meant.organization
                                  AND meant.permission = ANY (r.permissions)
                                  AND p.starts <= {6} AND (p.ends IS NULL OR p.ends > {6})
                               UNION
                               SELECT p.account FROM identity.post p JOIN identity.role r ON r.code = p.role
                                WHERE p.jurisdiction = meant.jurisdiction AND p.area = meant.area
                                  AND p.organization IS NULL AND r.reach = 'AREA'
                                  AND meant.permission = ANY (r.permissions)
                                  AND p.starts <= {6} AND (p.ends IS NULL OR p.ends > {6})) AS told (account)
                          JOIN identity.account a ON a.id = told.account AND a.state IN ('ACTIVE', 'INVITED')
                         ORDER BY meant.number, told.account
                        """,
                        Columns.of(numbers).ints(number -> number),
                        rows.ints(Meant::jurisdiction),
                        rows.ids(Meant::person),
                        rows.ids(Meant::organization),
                        rows.areas(Meant::area),
                        rows.texts(Meant::permission),
                        DSL.val(LocalDate.now(clock)))
                .forEach(row -> found.get(row.get(0, Integer.class)).add(new Id(row.get(1, Long.class))));
        return found;
    }

    /// The language in which each account reads, `zh` or `en`, in one statement; Chinese where none was chosen.
    public Map<Id, String> languages(Collection<Id> accounts) {
        var languages = new HashMap<Id, String>();
        db.select(ACCOUNT.ID, DSL.jsonbGetAttributeAsText(ACCOUNT.PREFERENCES, "language"))
                .from(ACCOUNT)
                .where(ACCOUNT.ID.in(accounts))
                .forEach(row -> languages.put(row.value1(), "en".equals(row.value2()) ? "en" : "zh"));
        return languages;
    }
}
