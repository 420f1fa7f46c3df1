package lianlin.people;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.identity.Limits;
import lianlin.kernel.Labelled;
import lianlin.kernel.sheet.SheetWriter;
import lianlin.kernel.sheet.SheetWriter.Head;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The list of members as a sheet: masked as on the page, read and written row by row. Who took what stands in the
/// journal before the first row leaves. When something fails half-way the connection breaks: half a list never looks
/// like a whole one.
@Component
class MemberExport {
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int A_DAY = 3;
    private static final List<Head> HEADS = List.of(
            new Head("姓名", 10), new Head("性别", 6), new Head("年龄", 6), new Head("所在党支部", 40),
            new Head("党员状态", 12), new Head("人员类别", 24), new Head("入党日期", 12), new Head("联系电话", 14));

    private final MemberReads members;
    private final MemberDesk desk;
    private final Codes codes;
    private final Limits limits;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MemberExport(
            MemberReads members,
            MemberDesk desk,
            Codes codes,
            Limits limits,
            TransactionTemplate transactions,
            Clock clock) {
        this.members = members;
        this.desk = desk;
        this.codes = codes;
        this.limits = limits;
        this.transactions = transactions;
        this.clock = clock;
    }

    void write(Acting acting, MemberFilter filter, HttpServletResponse response) throws IOException {
        limits.count("export:" + acting.account(), A_DAY, Duration.ofDays(1), "export.often");
        var count = members.count(acting.scope(), filter);
        desk.exported(acting, filter, count);
        var today = LocalDate.now(clock);
        response.setContentType(EXCEL);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode("党员名册" + today + ".xlsx", StandardCharsets.UTF_8));
        var note = "%s 导出 · %s · 共 %d 人 · 个人信息已脱敏，导出已登记".formatted(acting.name(), today, count);
        var out = response.getOutputStream();
        var sheet = new SheetWriter(out, "党员名册", note, HEADS);
        transactions.executeWithoutResult(status -> members.each(acting.scope(), filter, member -> row(sheet, member)));
        sheet.close();
    }

    private void row(SheetWriter sheet, Member.Line member) {
        var gender = codes.label("gender", member.gender());
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
