package lianlin.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lianlin.exchange.ImportBatch.State;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.sheet.Annotated;
import lianlin.kernel.sheet.Template;
import lianlin.kernel.sheet.Uploaded;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sheets in: templates, uploads, progress, rows to mend, the annotated sheet back (EXC-03).
@RestController
@RequestMapping("/api/imports")
class ImportController {
    /// Excel or CSV as the body, as it lies on the disk.
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Operation(
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))))
    @interface TakesSheet {}

    /// `goodOnly` writes the rows that are good although others are not.
    record NextState(State state, @Nullable Boolean goodOnly) {}

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String SEALED_OFF = "sandbox; default-src 'none'";

    private final ImportStore store;
    private final ImportDesk desk;
    private final ImportProblems problems;
    private final ImportWorker worker;
    private final Sheets sheets;
    private final Sentences sentences;

    ImportController(
            ImportStore store,
            ImportDesk desk,
            ImportProblems problems,
            ImportWorker worker,
            Sheets sheets,
            Sentences sentences) {
        this.store = store;
        this.desk = desk;
        this.problems = problems;
        this.worker = worker;
        this.sheets = sheets;
        this.sentences = sentences;
    }

    @GetMapping(value = "/templates/members", produces = EXCEL)
    @May("member.import")
    void memberTemplate(Acting acting, HttpServletResponse response) throws IOException {
        template(acting, "members", response);
    }

    @GetMapping(value = "/templates/organizations", produces = EXCEL)
    @May("organization.import")
    void organizationTemplate(Acting acting, HttpServletResponse response) throws IOException {
        template(acting, "organizations", response);
    }

    @PostMapping("/members")
    @ResponseStatus(HttpStatus.CREATED)
    @May("member.import")
    @TakesSheet
    ImportBatch members(
            Acting acting, @RequestParam(required = false) @Nullable String name, HttpServletRequest request)
            throws IOException {
        return receive(acting, "members", name, request);
    }

    @PostMapping("/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    @May("organization.import")
    @TakesSheet
    ImportBatch organizations(
            Acting acting, @RequestParam(required = false) @Nullable String name, HttpServletRequest request)
            throws IOException {
        return receive(acting, "organizations", name, request);
    }

    @GetMapping
    @May("sheet.import")
    Page<ImportBatch> list(Acting acting, Paging paging) {
        return store.list(acting, paging).map(this::told);
    }

    @GetMapping("/{id}")
    @May("sheet.import")
    ImportBatch get(Acting acting, @PathVariable Id id) {
        return told(store.get(acting, id));
    }

    /// The wrong cells, in the order of the rows.
    @GetMapping("/{id}/rows")
    @May("sheet.import")
    Page<ImportProblems.Line> rows(Acting acting, @PathVariable Id id, Paging paging) {
        var batch = store.get(acting, id);
        return problems.list(batch, sheets.get(acting, batch.kind()), paging);
    }

    @PutMapping("/{id}/state")
    @May("sheet.import")
    ImportBatch move(
            Acting acting,
            @PathVariable Id id,
            @IfMatch int version,
            @org.springframework.web.bind.annotation.RequestBody NextState next) {
        var moved = desk.move(acting, id, version, next.state(), Boolean.TRUE.equals(next.goodOnly()));
        worker.ring();
        return told(moved);
    }

    @GetMapping(value = "/{id}/annotated", produces = EXCEL)
    @May("sheet.import")
    void annotated(Acting acting, @PathVariable Id id, HttpServletResponse response) throws IOException {
        var batch = store.get(acting, id);
        var sheet = sheets.get(acting, batch.kind());
        var file = Uploaded.open(store.content(batch));
        var remarks = problems.remarks(batch, sheet);
        attach(response, sheet.title() + "（批注）.xlsx");
        Annotated.write(response.getOutputStream(), file, sheet, remarks);
    }

    private void template(Acting acting, String kind, HttpServletResponse response) throws IOException {
        var sheet = sheets.get(acting, kind);
        attach(response, sheet.title() + "模板.xlsx");
        Template.write(response.getOutputStream(), sheet, acting.scope());
    }

    private ImportBatch receive(Acting acting, String kind, @Nullable String name, HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > Uploaded.MOST_BYTES) {
            throw Problem.of(413, "sheet.large", Uploaded.MOST_BYTES >> 20);
        }
        var content = request.getInputStream().readNBytes(Uploaded.MOST_BYTES + 1);
        var batch = desk.receive(acting, kind, plain(name), content);
        worker.ring();
        return batch;
    }

    /// The problem of a rejected sheet as a sentence.
    private ImportBatch told(ImportBatch batch) {
        return batch.problem() == null ? batch : batch.told(sentences.of(batch.problem()));
    }

    private static String plain(@Nullable String name) {
        var last = name == null
                ? ""
                : name.replaceAll("[\\p{Cntrl}<>\"|?*]", "")
                        .replaceAll(".*[/\\\\]", "")
                        .strip();
        return last.isEmpty() ? "未命名" : last.substring(0, Math.min(120, last.length()));
    }

    private static void attach(HttpServletResponse response, String name) {
        response.setContentType(EXCEL);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename*=UTF-8''"
                        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        response.setHeader("Content-Security-Policy", SEALED_OFF);
        response.setHeader("X-Content-Type-Options", "nosniff");
    }
}
