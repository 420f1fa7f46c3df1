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
import lianlin.kernel.crypto.BrokenSeal;
import lianlin.kernel.crypto.Vault;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The answers to requests that happened once, kept for 7 days. An answer may hold personal data: it is encrypted, and
/// opens only under its own caller and key (IDN-14).
@Repository
class Answered {
    static final Duration KEPT_FOR = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(Answered.class);
    private static final String SEALED = "kernel.answered.sealed:";
    private static final int AN_HOUR = 3_600_000;

    /// A stored answer and the digest of the request that it belongs to; without a body, only that it was given.
    record Answer(byte[] request, int status, Map<String, String> headers, byte @Nullable [] body) {}

    private final DSLContext db;
    private final Vault vault;
    private final Clock clock;
    private final JsonMapper json;

    Answered(DSLContext db, Vault vault, Clock clock, JsonMapper json) {
        this.db = db;
        this.vault = vault;
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
                        ANSWERED.STATUS,
                        ANSWERED.HEADERS,
                        ANSWERED.SEALED,
                        DSL.when(ANSWERED.KEPT, ANSWERED.BODY))
                .from(DSL.dual())
                .leftJoin(ANSWERED)
                .on(ANSWERED.ACTOR.eq(actor), ANSWERED.KEY.eq(key))
                .fetchSingle();
        if (row.value2() != null) {
            var body = row.value5() == null ? row.value6() : open(actor, key, row.value5());
            return new Answer(row.value2(), row.value3(), headers(row.value4()), body);
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
        insert(actor, key, new Answer(request, response.getStatus(), headers, response.getContentAsByteArray()));
    }

    /// That the request was carried out, without its answer.
    void note(Id actor, String key, byte[] request, int status) {
        insert(actor, key, new Answer(request, status, Map.of(), null));
    }

    private void insert(Id actor, String key, Answer answer) {
        var sealed = answer.body() == null ? null : vault.sealBytes(SEALED + key, actor, 0, answer.body());
        db.insertInto(ANSWERED)
                .set(ANSWERED.ACTOR, actor)
                .set(ANSWERED.KEY, key)
                .set(ANSWERED.REQUEST, answer.request())
                .set(ANSWERED.STATUS, answer.status())
                .set(ANSWERED.HEADERS, JSONB.valueOf(json.writeValueAsString(answer.headers())))
                .set(ANSWERED.SEALED, sealed)
                .set(ANSWERED.STORED, clock.instant())
                .execute();
    }

    /// The answer; none where it does not open, because it was changed or its key is gone. That the request was carried
    /// out stays true, and it must not be carried out again.
    private byte @Nullable [] open(Id actor, String key, byte[] sealed) {
        try {
            return vault.openBytes(SEALED + key, actor, 0, sealed);
        } catch (BrokenSeal e) {
            LOG.warn("A kept answer of account {} cannot be read any more: {}", actor, e.getMessage());
            return null;
        }
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
