package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.List;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.sheet.SheetFile;
import lianlin.kernel.sheet.SheetWriter;
import lianlin.territory.Areas;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A list of organizations as a sheet. Rows are read and written one after the other.
@Service
class OrganizationExport {
    private static final List<SelectField<?>> COLUMNS = List.of(
            ORGANIZATION.NAME,
            ORGANIZATION.KIND,
            ORGANIZATION.AREA,
            ORGANIZATION.SETUP_MODE,
            ORGANIZATION.UNIT_KIND,
            ORGANIZATION.CREDIT_CODE,
            ORGANIZATION.SECRETARY,
            ORGANIZATION.PHONE,
            ORGANIZATION.ADDRESS,
            ORGANIZATION.FOUNDED_ON,
            ORGANIZATION.TERM_START,
            ORGANIZATION.TERM_END,
            ORGANIZATION.STATUS);
    private static final List<String> TITLES = List.of(
            "name",
            "kind",
            "area",
            "setupMode",
            "unitKind",
            "creditCode",
            "secretary",
            "phone",
            "address",
            "foundedOn",
            "termStart",
            "termEnd",
            "status");
    private static final List<Integer> WIDTHS = List.of(36, 16, 28, 12, 14, 22, 12, 18, 36, 13, 13, 13, 10);

    private final OrganizationLists lists;
    private final Areas areas;
    private final Words words;
    private final Sentences sentences;
    private final Facts facts;

    OrganizationExport(OrganizationLists lists, Areas areas, Words words, Sentences sentences, Facts facts) {
        this.lists = lists;
        this.areas = areas;
        this.words = words;
        this.sentences = sentences;
        this.facts = facts;
    }

    /// The file; whoever asked for it is in the journal before he has it.
    @Transactional
    SheetFile write(Acting acting, OrganizationLists.Filter filter) {
        var columns = Stream.iterate(0, i -> i < TITLES.size(), i -> i + 1)
                .map(i -> new SheetWriter.Column(sentences.of("sheet.organization." + TITLES.get(i)), WIDTHS.get(i)))
                .toList();
        var file = SheetFile.write(
                sentences.of("sheet.organizations"),
                columns,
                sheet -> lists.each(acting.scope(), filter, row -> add(sheet, row), COLUMNS));
        facts.publish(new OrganizationsExported(
                acting.header(acting.jurisdiction(), "organization-list", Id.next())
                        .area(acting.area()),
                file.rows()));
        return file;
    }

    private void add(SheetWriter sheet, Record row) {
        sheet.row(
                row.get(ORGANIZATION.NAME),
                words.of("OrganizationKind", row.get(ORGANIZATION.KIND)).label(),
                areas.path(row.get(ORGANIZATION.AREA)),
                word("Profile.SetupMode", row.get(ORGANIZATION.SETUP_MODE)),
                word("Profile.UnitKind", row.get(ORGANIZATION.UNIT_KIND)),
                row.get(ORGANIZATION.CREDIT_CODE),
                row.get(ORGANIZATION.SECRETARY),
                row.get(ORGANIZATION.PHONE),
                row.get(ORGANIZATION.ADDRESS),
                row.get(ORGANIZATION.FOUNDED_ON),
                row.get(ORGANIZATION.TERM_START),
                row.get(ORGANIZATION.TERM_END),
                words.of("OrganizationStatus", row.get(ORGANIZATION.STATUS)).label());
    }

    private @Nullable String word(String group, @Nullable String code) {
        return code == null ? null : words.of(group, code).label();
    }

    record OrganizationsExported(Fact.Header header, int rows) implements Fact {}
}
