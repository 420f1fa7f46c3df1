package lianlin.territory.section;

import static lianlin.territory.sql.Tables.SECTION_ENTRY;
import static lianlin.territory.sql.Tables.SECTION_HOLDING;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.territory.section.DutySection.Ending;
import lianlin.territory.section.DutySection.Verdict;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The book of a section: who held it from when to when, what was done and what was found. Lines are added, never
/// rewritten.
@Repository
class SectionBook {
    /// Somebody who holds or held a section; `confirmed` is missing where the community has not agreed.
    record Holding(
            Id id,
            @Nullable Id account,
            String name,
            Instant claimed,
            @Nullable Instant confirmed,
            @Nullable Instant ended,
            @Nullable Ending ending,
            @Nullable String reason) {}

    /// What was done on a day, or with a verdict what a check found.
    record Line(
            Id id,
            LocalDate heldOn,
            @Nullable String note,
            @Nullable Integer minutes,
            @Nullable Verdict verdict,
            Id author) {}

    private final DSLContext db;

    SectionBook(DSLContext db) {
        this.db = db;
    }

    /// The newest first.
    List<Holding> holdings(int jurisdiction, Id section, int limit) {
        return db.select(
                        SECTION_HOLDING.ID,
                        SECTION_HOLDING.ACCOUNT,
                        SECTION_HOLDING.NAME,
                        SECTION_HOLDING.CLAIMED,
                        SECTION_HOLDING.CONFIRMED,
                        SECTION_HOLDING.ENDED,
                        SECTION_HOLDING.ENDING,
                        SECTION_HOLDING.REASON)
                .from(SECTION_HOLDING)
                .where(SECTION_HOLDING.JURISDICTION.eq(jurisdiction), SECTION_HOLDING.SECTION.eq(section))
                .orderBy(SECTION_HOLDING.ID.desc())
                .limit(limit)
                .fetch(row -> new Holding(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7() == null ? null : Ending.valueOf(row.value7()),
                        row.value8()));
    }

    /// Whether somebody looked after it before.
    boolean wasHeld(DutySection section) {
        return db.fetchExists(
                SECTION_HOLDING,
                SECTION_HOLDING.JURISDICTION.eq(section.jurisdiction()),
                SECTION_HOLDING.SECTION.eq(section.id()),
                SECTION_HOLDING.CONFIRMED.isNotNull());
    }

    void begin(DutySection section, Collection<Holding> holdings) {
        var rows = holdings.stream()
                .map(holding -> {
                    var row = db.newRecord(SECTION_HOLDING);
                    row.setJurisdiction(section.jurisdiction());
                    row.setId(holding.id());
                    row.setSection(section.id());
                    row.setAccount(holding.account());
                    row.setName(holding.name());
                    row.setClaimed(holding.claimed());
                    row.setConfirmed(holding.confirmed());
                    row.setEnded(holding.ended());
                    row.setEnding(
                            holding.ending() == null ? null : holding.ending().name());
                    row.setReason(holding.reason());
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(SECTION_HOLDING).set(rows).execute();
        }
    }

    void confirm(DutySection section, Instant now) {
        db.update(SECTION_HOLDING)
                .set(SECTION_HOLDING.CONFIRMED, now)
                .where(SECTION_HOLDING.JURISDICTION.eq(section.jurisdiction()))
                .and(SECTION_HOLDING.SECTION.eq(section.id()))
                .and(SECTION_HOLDING.ENDED.isNull())
                .execute();
    }

    void end(DutySection section, Ending ending, @Nullable String reason, Instant now) {
        db.update(SECTION_HOLDING)
                .set(SECTION_HOLDING.ENDED, now)
                .set(SECTION_HOLDING.ENDING, ending.name())
                .set(SECTION_HOLDING.REASON, reason)
                .where(SECTION_HOLDING.JURISDICTION.eq(section.jurisdiction()))
                .and(SECTION_HOLDING.SECTION.eq(section.id()))
                .and(SECTION_HOLDING.ENDED.isNull())
                .execute();
    }

    /// The newest day first.
    List<Line> lines(int jurisdiction, Id section, int limit) {
        return db.select(
                        SECTION_ENTRY.ID,
                        SECTION_ENTRY.HELD_ON,
                        SECTION_ENTRY.NOTE,
                        SECTION_ENTRY.MINUTES,
                        SECTION_ENTRY.VERDICT,
                        SECTION_ENTRY.AUTHOR)
                .from(SECTION_ENTRY)
                .where(SECTION_ENTRY.JURISDICTION.eq(jurisdiction), SECTION_ENTRY.SECTION.eq(section))
                .orderBy(SECTION_ENTRY.HELD_ON.desc(), SECTION_ENTRY.ID.desc())
                .limit(limit)
                .fetch(row -> new Line(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5() == null ? null : Verdict.valueOf(row.value5()),
                        row.value6()));
    }

    void write(DutySection section, Collection<Line> lines) {
        var rows = lines.stream()
                .map(line -> {
                    var row = db.newRecord(SECTION_ENTRY);
                    row.setJurisdiction(section.jurisdiction());
                    row.setId(line.id());
                    row.setSection(section.id());
                    row.setKind(line.verdict() == null ? "WORK" : "CHECK");
                    row.setHeldOn(line.heldOn());
                    row.setNote(line.note());
                    row.setMinutes(line.minutes());
                    row.setVerdict(
                            line.verdict() == null ? null : line.verdict().name());
                    row.setAuthor(line.author());
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(SECTION_ENTRY).set(rows).execute();
        }
    }
}
