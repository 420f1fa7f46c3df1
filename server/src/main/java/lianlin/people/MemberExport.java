package lianlin.people;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.identity.Limits;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.sheet.SheetFile;
import lianlin.kernel.sheet.SheetWriter;
import lianlin.people.MemberFacts.MembersExported;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The list of members as a sheet: masked as on the page, read and written row by row. Who took what, and how many,
/// stands in the journal before the file leaves.
@Service
class MemberExport {
    private static final int A_DAY = 3;
    private static final List<String> TITLES =
            List.of("name", "gender", "age", "organization", "status", "categories", "joinedOn", "phone");
    private static final List<Integer> WIDTHS = List.of(10, 6, 6, 40, 12, 24, 12, 15);

    private final MemberReads members;
    private final Sentences sentences;
    private final Limits limits;
    private final Facts facts;

    MemberExport(MemberReads members, Sentences sentences, Limits limits, Facts facts) {
        this.members = members;
        this.sentences = sentences;
        this.limits = limits;
        this.facts = facts;
    }

    @Transactional
    SheetFile write(Acting acting, MemberFilter filter) {
        limits.count("export:" + acting.account(), A_DAY, Duration.ofDays(1), "export.often");
        var columns = new java.util.ArrayList<SheetWriter.Column>();
        for (var i = 0; i < TITLES.size(); i++) {
            columns.add(new SheetWriter.Column(sentences.of("sheet.member." + TITLES.get(i)), WIDTHS.get(i)));
        }
        var file = SheetFile.write(
                title(), columns, sheet -> members.each(acting.scope(), filter, member -> row(sheet, member)));
        facts.publish(new MembersExported(
                acting.header(acting.jurisdiction(), "member-list", Id.next()).area(acting.area()),
                file.rows(),
                filter.described()));
        return file;
    }

    String title() {
        return sentences.of("sheet.members");
    }

    private void row(SheetWriter sheet, Member.Line member) {
        var gender = member.gender();
        sheet.row(
                member.name(),
                gender == null ? null : gender.label(),
                member.age(),
                member.organization().name(),
                member.status().label(),
                member.categories().stream().map(Labelled::label).collect(Collectors.joining("、")),
                member.joinedOn(),
                member.phone());
    }
}
