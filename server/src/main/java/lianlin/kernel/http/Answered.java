package lianlin.kernel.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lianlin.kernel.sql.Tables.ANSWERED;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The answers to requests that happened once, kept for 7 days.
@Repository
class Answered {
    static final Duration KEPT_FOR = Duration.ofDays(7);
    private static final int AN_HOUR = 3_600_000;

    /// A stored answer and the digest of the request that it belongs to; where it is not kept, only that it was given.
    record Answer(byte[] request, boolean kept, int status, Map<String, String> headers, byte[] body) {}

    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;

    Answered(DSLContext db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /// Takes the key until the transaction ends; the answer, if there is one already.
    @Nullable
    Answer take(Id actor, String key) {
        var row = db.select(
                        DSL.field(
                                "pg_try_advisory_xact_lock(hashtextextended({0}, {1}))",
                                Boolean.class, DSL.val(key), DSL.val(actor.value())),
                        ANSWERED.REQUEST,
                        ANSWERED.KEPT,
                        ANSWERED.STATUS,
                        ANSWERED.HEADERS,
                        ANSWERED.BODY)
                .from(DSL.dual())
                .leftJoin(ANSWERED)
                .on(ANSWERED.ACTOR.eq(actor), ANSWERED.KEY.eq(key))
                .fetchSingle();
        if (row.value2() != null) {
            return new Answer(row.value2(), row.value3(), row.value4(), headers(row.value5()), row.value6());
        }
        if (!row.value1()) {
            throw Problem.refused("once.running");
        }
        return null;
    }

    void store(Id actor, String key, byte[] request, ContentCachingResponseWrapper response) {
        var headers = new HashMap<String, String>();
        for (var name : Once.KEPT) {
            var value = Once.header(response, name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.getContentType() != null) {
            headers.put("Content-Type", response.getContentType());
        }
        insert(actor, key, new Answer(request, true, response.getStatus(), headers, response.getContentAsByteArray()));
    }

    /// That the request was carried out, without its answer.
    void note(Id actor, String key, byte[] request, int status) {
        insert(actor, key, new Answer(request, false, status, Map.of(), new byte[0]));
    }

    private void insert(Id actor, String key, Answer answer) {
        db.insertInto(ANSWERED)
                .set(ANSWERED.ACTOR, actor)
                .set(ANSWERED.KEY, key)
                .set(ANSWERED.REQUEST, answer.request())
                .set(ANSWERED.KEPT, answer.kept())
                .set(ANSWERED.STATUS, answer.status())
                .set(ANSWERED.HEADERS, JSONB.valueOf(json.writeValueAsString(answer.headers())))
                .set(ANSWERED.BODY, answer.body())
                .set(ANSWERED.STORED, clock.instant())
                .execute();
    }

    @Scheduled(initialDelay = AN_HOUR, fixedDelay = AN_HOUR)
    int forget() {
        return db.deleteFrom(ANSWERED)
                .where(ANSWERED.STORED.lt(clock.instant().minus(KEPT_FOR)))
                .execute();
    }

    static byte[] digest(String line, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(line.getBytes(UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> headers(JSONB stored) {
        return json.readValue(stored.data(), new TypeReference<>() {});
    }
}
