package lianlin.identity.view;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.SAVED_VIEW;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianlin.kernel.Id;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record6;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of saved views. Every statement names the account, and the district whose administrators care for it.
@Repository
class SavedViewStore {
    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    SavedViewStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /// All views of an account, in the order in which they were saved.
    List<SavedView> list(int jurisdiction, Id account) {
        return db.select(
                        SAVED_VIEW.ID,
                        SAVED_VIEW.LIST,
                        SAVED_VIEW.NAME,
                        SAVED_VIEW.QUERY,
                        SAVED_VIEW.HIDDEN,
                        SAVED_VIEW.USUAL)
                .from(SAVED_VIEW)
                .where(SAVED_VIEW.JURISDICTION.eq(jurisdiction), SAVED_VIEW.ACCOUNT.eq(account))
                .orderBy(SAVED_VIEW.ID)
                .fetch(this::view);
    }

    Optional<SavedView> find(int jurisdiction, Id account, Id id) {
        return list(jurisdiction, account).stream()
                .filter(view -> view.id().equals(id))
                .findFirst();
    }

    /// One change of an account's views after the other.
    void lock(Id account) {
        db.selectOne()
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(account))
                .forNoKeyUpdate()
                .fetch();
    }

    /// No other view of the list is the usual one any more.
    void noneUsual(int jurisdiction, Id account, String list) {
        db.update(SAVED_VIEW)
                .set(SAVED_VIEW.USUAL, false)
                .where(SAVED_VIEW.JURISDICTION.eq(jurisdiction), SAVED_VIEW.ACCOUNT.eq(account))
                .and(SAVED_VIEW.LIST.eq(list))
                .and(SAVED_VIEW.USUAL)
                .execute();
    }

    void insert(int jurisdiction, Id account, SavedView view) {
        db.insertInto(SAVED_VIEW)
                .set(SAVED_VIEW.JURISDICTION, jurisdiction)
                .set(SAVED_VIEW.ID, view.id())
                .set(SAVED_VIEW.ACCOUNT, account)
                .set(SAVED_VIEW.LIST, view.list())
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.QUERY, query(view))
                .set(SAVED_VIEW.HIDDEN, view.hidden().toArray(String[]::new))
                .set(SAVED_VIEW.USUAL, view.usual())
                .execute();
    }

    void update(int jurisdiction, Id account, SavedView view) {
        db.update(SAVED_VIEW)
                .set(SAVED_VIEW.NAME, view.name())
                .set(SAVED_VIEW.QUERY, query(view))
                .set(SAVED_VIEW.HIDDEN, view.hidden().toArray(String[]::new))
                .set(SAVED_VIEW.USUAL, view.usual())
                .where(SAVED_VIEW.JURISDICTION.eq(jurisdiction), SAVED_VIEW.ID.eq(view.id()))
                .and(SAVED_VIEW.ACCOUNT.eq(account))
                .execute();
    }

    int delete(int jurisdiction, Id account, Id id) {
        return db.deleteFrom(SAVED_VIEW)
                .where(SAVED_VIEW.JURISDICTION.eq(jurisdiction), SAVED_VIEW.ID.eq(id))
                .and(SAVED_VIEW.ACCOUNT.eq(account))
                .execute();
    }

    private JSONB query(SavedView view) {
        return JSONB.valueOf(json.writeValueAsString(view.query()));
    }

    private SavedView view(Record6<Id, String, String, JSONB, String[], Boolean> row) {
        return new SavedView(
                row.value1(),
                row.value2(),
                row.value3(),
                json.readValue(row.value4().data(), QUERY),
                List.of(row.value5()),
                row.value6());
    }
}
