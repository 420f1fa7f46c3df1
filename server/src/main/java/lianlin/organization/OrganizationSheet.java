package lianlin.organization;

import static lianlin.organization.OrganizationIntake.Staged;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.CreditCode;
import lianlin.kernel.http.Words;
import lianlin.kernel.sheet.Column;
import lianlin.kernel.sheet.Intake;
import lianlin.kernel.sheet.RowProblem;
import lianlin.kernel.sheet.Sheet;
import lianlin.kernel.sheet.SheetRow;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The sheet 党组织名册 (EXC-03): its columns and what is checked in each row. Parents may stand in the same sheet.
@Component
class OrganizationSheet implements Sheet {
    private static final int OFFERED = 3_000;

    private final OrganizationIntake intakes;
    private final Areas areas;
    private final Map<String, OrganizationKind> kinds;
    private final Map<String, Profile.SetupMode> setupModes;
    private final Map<String, Profile.UnitKind> unitKinds;

    private final Column name = Column.text("name", "组织名称", 36)
            .known("党组织名称", "党组织全称", "名称", "单位名称")
            .must()
            .note("写全称；同一上级之下不能重名。");
    private final Column shortName = Column.text("shortName", "简称", 16);
    private final Column kind;
    private final Column parent = Column.text("parent", "上级组织", 36)
            .known("上级党组织", "上级党组织名称", "隶属组织")
            .note("写上级组织的全称，可以是系统中已有的，也可以是本表中的；没有上级的不填。");
    private final Column area = Column.text("area", "所在区划", 24)
            .known("所属区划", "所在社区", "所在村（社区）", "区划代码", "所属社区", "所在街道社区")
            .must()
            .note("写街道和社区（村）的名称，如“祖庙街道培德社区”，或 12 位区划代码。");
    private final Column setupMode;
    private final Column unitKind;
    private final Column creditCode =
            Column.text("creditCode", "统一社会信用代码", 22).known("信用代码", "社会信用代码").note("18 位；同一代码只能出现一次。没有的不填。");
    private final Column secretary =
            Column.text("secretary", "书记（负责人）", 12).known("书记", "负责人", "书记姓名").secret();
    private final Column phone =
            Column.text("phone", "联系电话", 16).known("电话", "办公电话", "联系方式").secret();
    private final Column address = Column.text("address", "地址", 30).known("办公地址", "组织地址");
    private final Column foundedOn = Column.date("foundedOn", "成立日期").known("成立时间", "批准成立日期");
    private final Column termStart = Column.date("termStart", "本届起始日期").known("换届日期", "当选日期", "届起");
    private final Column termEnd = Column.date("termEnd", "本届届满日期").known("届满日期", "届满时间", "届止");

    OrganizationSheet(OrganizationIntake intakes, Areas areas, Words words) {
        this.intakes = intakes;
        this.areas = areas;
        kinds = meanings(words, OrganizationKind.class);
        setupModes = meanings(words, Profile.SetupMode.class);
        unitKinds = meanings(words, Profile.UnitKind.class);
        kind = Column.text("kind", "组织类型", 16)
                .known("组织类别", "类型", "党组织类别")
                .must()
                .from(List.copyOf(kinds.keySet()));
        setupMode = Column.text("setupMode", "设置方式", 12).known("建制方式", "组建方式").from(List.copyOf(setupModes.keySet()));
        unitKind = Column.text("unitKind", "单位类型", 14).known("单位类别", "所在单位类别").from(List.copyOf(unitKinds.keySet()));
    }

    /// What the Chinese words of an enum mean; sheets are in Chinese, whatever the language of the page.
    private static <E extends Enum<E>> Map<String, E> meanings(Words words, Class<E> codes) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Locale.CHINESE);
        try {
            var meanings = new LinkedHashMap<String, E>();
            for (var code : codes.getEnumConstants()) {
                meanings.put(Objects.requireNonNull(words.label(code)).label(), code);
            }
            return meanings;
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    @Override
    public String name() {
        return "organizations";
    }

    @Override
    public String title() {
        return "党组织名册";
    }

    @Override
    public String permission() {
        return "organization.import";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                name,
                shortName,
                kind,
                parent,
                area,
                setupMode,
                unitKind,
                creditCode,
                secretary,
                phone,
                address,
                foundedOn,
                termStart,
                termEnd);
    }

    @Override
    public List<String> notes() {
        return List.of(
                "一、先导入党组织，再导入党员。上级可以写在下级之后，次序不限。",
                "二、日期写成 2011-07-01、2011/7/1、2011.7.1 或 20110701 都可以，须写到日。",
                "三、单元格里不要用公式；从别处粘贴时请选“粘贴为数值”。",
                "四、上传后先校验、再确认；确认之前不写入任何一行。",
                "五、也可以上传 CSV 文件（UTF-8 或 GB18030）。");
    }

    @Override
    public List<String> choices(Scope scope, Column column) {
        return column == area ? new AreaNames(areas, scope).offered(OFFERED) : column.choices();
    }

    @Override
    public void take(Intake intake, List<SheetRow> rows) {
        var names = new AreaNames(areas, intake.scope());
        var staged = rows.stream()
                .map(row -> read(row, intake, names))
                .filter(Objects::nonNull)
                .toList();
        intakes.stage(intake, staged);
    }

    @Override
    public List<RowProblem> finish(Intake intake) {
        return intakes.settle(intake, parent.name(), name.name(), creditCode.name());
    }

    @Override
    public int apply(Intake intake) {
        return intakes.apply(intake);
    }

    @Override
    public void discard(Id batch) {
        intakes.discard(batch);
    }

    private @Nullable Staged read(SheetRow row, Intake intake, AreaNames names) {
        var called = row.text(name);
        var what = row.choice(kind, kinds);
        var where = place(row, names);
        var code = row.read(creditCode, CreditCode::parse);
        var founded = past(row, foundedOn, intake.today());
        var from = row.day(termStart);
        var to = row.day(termEnd);
        if (called != null && called.length() > 80) {
            row.problem(name, "sheet.long", 80);
        }
        if (from != null && to != null && !to.isAfter(from)) {
            row.problem(termEnd, "sheet.term");
        }
        var profile = what == null || where == null || called == null
                ? null
                : new Profile(
                        what,
                        called,
                        row.text(shortName),
                        where,
                        row.choice(setupMode, setupModes),
                        null,
                        row.choice(unitKind, unitKinds),
                        code,
                        founded,
                        null,
                        from,
                        to,
                        row.text(phone),
                        row.text(address),
                        null,
                        row.text(secretary),
                        null,
                        null,
                        null,
                        null);
        return profile == null || !row.isGood()
                ? null
                : new Staged(row.number(), Id.next(), row.text(parent), null, profile);
    }

    private static @Nullable LocalDate past(SheetRow row, Column column, LocalDate today) {
        var day = row.day(column);
        if (day != null && day.isAfter(today)) {
            row.problem(column, "sheet.future");
        }
        return day;
    }

    private @Nullable Area place(SheetRow row, AreaNames names) {
        var text = row.text(area);
        if (text == null) {
            return null;
        }
        var found = names.named(text);
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            var near = names.near(text);
            row.problem(area, near.isEmpty() ? "sheet.area" : "sheet.area-near", near);
        } else {
            row.problem(area, "sheet.area-many", found.size());
        }
        return null;
    }
}
