package lianlin.identity;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// What stands in the tables of districts, to tell whether anything was changed.
final class Prints {
    private Prints() {}

    /// A print of all rows of the districts in every table that has districts; counters are folded by themselves.
    static Map<String, String> rows(List<Samples> all) {
        var owner = all.getFirst().world().server().owner();
        var districts = new HashSet<Integer>();
        all.forEach(samples -> districts.add(samples.world().jurisdiction()));
        var prints = new TreeMap<String, String>();
        owner.fetch("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                         WHERE a.attname = 'jurisdiction' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                           AND c.relname NOT LIKE 'tally%'
                        """)
                .into(String.class)
                .forEach(table -> prints.put(
                        table,
                        owner.resultQuery(
                                        "SELECT count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), ''))"
                                                + " FROM " + table + " t WHERE jurisdiction = ANY (?)",
                                        (Object) districts.toArray(Integer[]::new))
                                .fetchOptionalInto(String.class)
                                .orElseThrow()));
        return prints;
    }

    /// Every table whose rows belong to districts.
    static List<String> tables(DSLContext owner) {
        return owner.fetch("""
                        SELECT c.oid::regclass::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                         WHERE a.attname = 'jurisdiction' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                        """).into(String.class);
    }
}
