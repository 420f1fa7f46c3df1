package lianlin.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.sheet.Column;
import lianlin.kernel.sheet.Intake;
import lianlin.kernel.sheet.RowProblem;
import lianlin.kernel.sheet.Sheet;
import lianlin.kernel.sheet.SheetRow;
import lianlin.people.MemberIntake.Newcomer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The sheet 党员花名册 (EXC-03): its columns, what is checked in each row, and how rows become members.
@Component
class MemberSheet implements Sheet {
    private static final int MAJORITY = 18;
    private static final int NEAR_ASKED = 20;
    private static final int OFFERED = 3_000;

    private static final Map<String, MembershipStatus> STATUSES = statuses();
    private static final Map<String, MemberCategory> CATEGORIES = categories();

    private final MemberIntake intakes;
    private final Branches branches;
    private final Map<String, String> genders;
    private final Map<String, String> nationalities;
    private final Map<String, String> educations;

    private final Column name =
            Column.text("name", "姓名", 10).known("党员姓名", "名字").must().note("与身份证一致。");
    private final Column identity = Column.text("identity", "公民身份号码", 22)
            .known("身份证号", "身份证号码", "身份证", "身份号码", "公民身份证号码", "证件号码")
            .must()
            .secret()
            .note("18 位，末位可以是 X；本列已设为文本格式，请勿改为数字。同一人只能出现一次。");
    private final Column gender;
    private final Column nationality;
    private final Column education;
    private final Column phone = Column.text("phone", "联系电话", 15)
            .known("手机", "手机号", "手机号码", "电话", "联系方式", "移动电话")
            .secret()
            .note("11 位手机号，或带区号的固定电话。");
    private final Column address = Column.text("address", "家庭住址", 30)
            .known("住址", "现居住地", "居住地址", "家庭地址", "地址")
            .secret();
    private final Column workUnit = Column.text("workUnit", "工作单位", 24).known("工作单位及职务", "单位", "所在单位");
    private final Column organization = Column.text("organization", "所在党支部", 36)
            .known("所在支部", "党支部", "所属党支部", "所在党组织", "组织关系所在党支部", "支部名称", "所属党组织")
            .must()
            .note("写党支部的全称；一名党员只能在一个党支部（从下拉列表选，或照“代码表”抄）。");
    private final Column group =
            Column.text("group", "党小组", 16).known("所在党小组", "党小组名称").note("党支部设有党小组时填写。");
    private final Column status = Column.text("status", "党员状态", 14)
            .known("人员状态", "党籍状态", "党员类型", "党员类别")
            .must()
            .from(List.of("正式党员", "预备党员", "停止党籍"))
            .note("正式党员、预备党员、停止党籍三者之一。");
    private final Column category = Column.text("categories", "人员类别", 22)
            .known("党员分类", "管理类别", "类别")
            .from(List.copyOf(CATEGORIES.keySet()))
            .note("可填多项，用顿号隔开，如：社区直管党员、特长党员。关爱方式由类别推定。");
    private final Column joinedOn =
            Column.date("joinedOn", "入党日期").known("入党时间", "加入中共组织日期").must();
    private final Column fullOn = Column.date("fullOn", "转正日期").known("转正时间", "转为正式党员日期");

    MemberSheet(MemberIntake intakes, Branches branches, Codes codes) {
        this.intakes = intakes;
        this.branches = branches;
        genders = codes.byLabel("gender");
        nationalities = codes.byLabel("nationality");
        educations = codes.byLabel("education");
        gender = Column.text("gender", "性别", 6)
                .from(codes.words("gender").subList(1, 3))
                .note("与身份号码第 17 位一致，可不填。");
        nationality = Column.text("nationality", "民族", 10).from(codes.words("nationality"));
        education = Column.text("education", "学历", 14).known("文化程度").from(codes.words("education"));
    }

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String title() {
        return "党员花名册";
    }

    @Override
    public String permission() {
        return "member.import";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                name,
                identity,
                gender,
                nationality,
                education,
                phone,
                address,
                workUnit,
                organization,
                group,
                status,
                category,
                joinedOn,
                fullOn);
    }

    @Override
    public List<String> notes() {
        return List.of(
                "一、先导入党组织，再导入党员；党支部名称须与系统中的一致。",
                "二、日期写成 2011-07-01、2011/7/1、2011.7.1 或 20110701 都可以，须写到日。",
                "三、单元格里不要用公式；从别处粘贴时请选“粘贴为数值”。",
                "四、上传后先校验、再确认；确认之前不写入任何一行。文件和校验中的个人信息加密保存，至多保留 24 小时。",
                "五、也可以上传 CSV 文件（UTF-8 或 GB18030）。");
    }

    @Override
    public List<String> choices(Scope scope, Column column) {
        return column == organization ? branches.names(scope, OFFERED) : column.choices();
    }

    @Override
    public void take(Intake intake, List<SheetRow> rows) {
        var places = branches.named(intake.scope(), texts(rows, organization));
        var groups = branches.named(intake.scope(), texts(rows, group));
        var near = new HashMap<String, List<String>>();
        rows.forEach(row -> suggest(row, intake.scope(), places, near));
        var newcomers = rows.parallelStream()
                .map(row -> read(row, intake, places, groups))
                .filter(Objects::nonNull)
                .toList();
        var byRow = rows.stream().collect(Collectors.toMap(SheetRow::number, row -> row, (a, b) -> a));
        var fresh = intakes.unknown(intake, newcomers, (row, branch) -> {
            var there = branch == null
                    ? null
                    : branches.find(intake.scope(), branch).orElse(null);
            var cell = Objects.requireNonNull(byRow.get(row));
            if (there == null) {
                cell.problem(identity, "sheet.person");
            } else {
                cell.problem(identity, "sheet.person-branch", there.name());
            }
        });
        intakes.stage(intake, fresh);
    }

    @Override
    public List<RowProblem> finish(Intake intake) {
        return intakes.takeOutTwins(intake).stream()
                .map(twin -> new RowProblem(
                        twin.row(),
                        identity.name(),
                        twin.identity().masked(),
                        "sheet.twice",
                        List.of(Integer.toString(twin.first())),
                        List.of()))
                .toList();
    }

    @Override
    public int apply(Intake intake) {
        return intakes.apply(intake);
    }

    @Override
    public void discard(Id batch) {
        intakes.discard(batch);
    }

    /// An organization that is not there is a problem with suggestions; the same unknown name is asked for once.
    private void suggest(SheetRow row, Scope scope, Map<String, List<Branch>> places, Map<String, List<String>> near) {
        var text = row.isGood() ? row.text(organization) : null;
        if (text == null) {
            return;
        }
        var found = places.getOrDefault(text, List.of());
        if (found.isEmpty()) {
            var asked = near.size() >= NEAR_ASKED && !near.containsKey(text);
            var close = asked ? List.<String>of() : near.computeIfAbsent(text, one -> branches.near(scope, one));
            row.problem(organization, close.isEmpty() ? "sheet.organization" : "sheet.organization-near", close);
        } else if (found.size() > 1) {
            row.problem(organization, "sheet.organization-many", found.size());
        } else if (!found.getFirst().takesMembers()) {
            row.problem(organization, "sheet.no-branch");
        }
    }

    private Set<String> texts(List<SheetRow> rows, Column column) {
        return rows.stream()
                .map(row -> row.text(column))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private @Nullable Newcomer read(
            SheetRow row, Intake intake, Map<String, List<Branch>> places, Map<String, List<Branch>> inside) {
        var called = row.read(name, PersonName::parse);
        var number = row.read(identity, text -> IdentityNumber.parse(text, intake.today()));
        var sex = row.choice(gender, genders);
        var people = row.choice(nationality, nationalities);
        var school = row.choice(education, educations);
        var telephone = row.read(phone, PhoneNumber::parse);
        var home = row.text(address);
        var unit = row.text(workUnit);
        var where = row.text(organization);
        var inGroup = row.text(group);
        var standing = row.choice(status, STATUSES);
        var groups = groups(row);
        var joined = row.day(joinedOn);
        var full = row.day(fullOn);
        if (number != null && sex != null && !sex.equals(number.gender().code()) && "12".contains(sex)) {
            row.problem(gender, "sheet.gender");
        }
        if (joined != null && joined.isAfter(intake.today())) {
            row.problem(joinedOn, "sheet.future");
        } else if (joined != null
                && number != null
                && joined.isBefore(number.birthDate().plusYears(MAJORITY))) {
            row.problem(joinedOn, "sheet.minor");
        }
        if (full != null && full.isAfter(intake.today())) {
            row.problem(fullOn, "sheet.future");
        } else if (full != null && joined != null && full.isBefore(joined) && !joined.isAfter(intake.today())) {
            row.problem(fullOn, "sheet.before-joining");
        } else if (full != null && standing == MembershipStatus.PROBATIONARY) {
            row.problem(fullOn, "sheet.probationary");
        }
        var branch = where == null
                ? null
                : places.getOrDefault(where, List.of()).stream().findFirst().orElse(null);
        var party = branch == null || inGroup == null
                ? null
                : inside.getOrDefault(inGroup, List.of()).stream()
                        .filter(branch::holds)
                        .map(Branch::id)
                        .findFirst()
                        .orElse(null);
        if (branch != null && inGroup != null && party == null) {
            row.problem(group, "sheet.group");
        }
        if (!row.isGood() || called == null || number == null || branch == null || standing == null || joined == null) {
            return null;
        }
        var id = Id.next();
        var person = new Person(id, branch.jurisdiction(), called, number, telephone, home, people, school, unit);
        var member = new Member(
                id,
                branch.jurisdiction(),
                branch.id(),
                branch.path(),
                branch.area(),
                party,
                standing,
                groups,
                MemberCategory.care(groups),
                MemberCategory.management(groups),
                joined,
                full,
                intake.today(),
                1);
        return new Newcomer(row.number(), person, member, false);
    }

    private Set<MemberCategory> groups(SheetRow row) {
        var found = EnumSet.noneOf(MemberCategory.class);
        var text = row.text(category);
        for (var word : text == null ? new String[0] : text.split("[、,，;；/\\s]+")) {
            var group = CATEGORIES.get(word);
            if (group == null) {
                row.problem(category, "sheet.choice", List.copyOf(CATEGORIES.keySet()));
                return found;
            }
            found.add(group);
        }
        return found;
    }

    private static Map<String, MembershipStatus> statuses() {
        return Map.of(
                "正式党员",
                MembershipStatus.FULL,
                "正式",
                MembershipStatus.FULL,
                "预备党员",
                MembershipStatus.PROBATIONARY,
                "预备",
                MembershipStatus.PROBATIONARY,
                "停止党籍",
                MembershipStatus.SUSPENDED);
    }

    private static Map<String, MemberCategory> categories() {
        var words = new LinkedHashMap<String, MemberCategory>();
        words.put("社区直管党员", MemberCategory.COMMUNITY);
        words.put("在职党员", MemberCategory.IN_SERVICE);
        words.put("离退休党员", MemberCategory.RETIRED);
        words.put("流出党员", MemberCategory.MOBILE_OUT);
        words.put("流入党员", MemberCategory.MOBILE_IN);
        words.put("下岗失业党员", MemberCategory.LAID_OFF);
        words.put("两新组织党员", MemberCategory.TWO_NEW);
        words.put("特长党员", MemberCategory.SPECIALTY);
        words.put("学生党员", MemberCategory.STUDENT);
        words.put("其他", MemberCategory.OTHER);
        return words;
    }
}
