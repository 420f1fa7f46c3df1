package lianlin.kernel.codes;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Set;
import java.util.regex.Pattern;

/// The name of a person, 1 to 50 characters: letters of any script, rare characters included, with `·`,
/// space, hyphen, apostrophe and full stop between them (IDN-13); prints masked. Spaces inside a Chinese name
/// (张 三) are dropped, and every dot between its parts becomes `·`.
///
/// Problems: `person-name.length`, `person-name.characters`.
public record PersonName(String reveal) implements Personal {
    private static final int LONGEST = 50;
    private static final Pattern DOTS = Pattern.compile("[•‧・･∙⋅●。．]");
    private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=[\\p{IsHan}·])\\s+(?=[\\p{IsHan}·])");
    private static final Pattern DOT_BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan})\\.(?=\\p{IsHan})");
    private static final String JOINTS = "· -'’.";
    private static final Set<String> COMPOUND_SURNAMES = Set.of(
            "欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "轩辕", "长孙", "宇文", "端木", "南宫", "独孤",
            "申屠", "闻人", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于", "太叔", "仲孙", "钟离", "鲜于", "闾丘", "司空", "亓官", "司寇", "西门", "呼延",
            "赫连", "百里", "东郭", "南门", "拓跋", "完颜", "纳兰", "叶赫", "第五", "万俟", "公羊", "左丘", "梁丘", "巫马", "公西", "漆雕", "乐正", "壤驷",
            "公良", "夹谷", "宰父", "谷梁", "段干", "东门", "羊舌", "微生", "子车", "颛孙", "歐陽", "諸葛", "東方", "司馬");

    public PersonName {
        reveal = spell(reveal);
        var length = reveal.codePointCount(0, reveal.length());
        if (length == 0 || length > LONGEST) {
            throw new BadCode("person-name.length", "A name has 1 to 50 characters");
        }
        if (!reveal.codePoints().allMatch(PersonName::mayStandInName)
                || reveal.codePoints().noneMatch(PersonName::isLetter)) {
            throw new BadCode("person-name.characters", "A name has letters and · between them");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PersonName parse(String text) {
        return new PersonName(text);
    }

    /// 张三 is 张\*, 张小三 is 张\*三, 欧阳三 is 欧阳\*, 欧阳小三 is 欧阳\*三. Longer names keep their first
    /// and last character around two stars, whatever their length; names in letters keep the first (`J***`).
    @Override
    public String masked() {
        var letters = reveal.codePoints().toArray();
        var length = letters.length;
        var first = Character.toString(letters[0]);
        if (!Character.isIdeographic(letters[0]) && Character.getType(letters[0]) != Character.PRIVATE_USE) {
            return first + "***";
        }
        var last = Character.toString(letters[length - 1]);
        if (length == 1) {
            return "*";
        }
        if (length == 2) {
            return first + "*";
        }
        var compound = first + Character.toString(letters[1]);
        if (length <= 4 && COMPOUND_SURNAMES.contains(compound)) {
            return length == 3 ? compound + "*" : compound + "*" + last;
        }
        return length == 3 ? first + "*" + last : first + "**" + last;
    }

    @Override
    public String toString() {
        return masked();
    }

    private static String spell(String text) {
        var dotted = DOTS.matcher(text).replaceAll("·");
        var narrow = Spelling.narrow(dotted).replaceAll("\\s+", " ");
        return DOT_BETWEEN_HAN
                .matcher(BETWEEN_HAN.matcher(narrow).replaceAll(""))
                .replaceAll("·");
    }

    private static boolean mayStandInName(int c) {
        return isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || JOINTS.indexOf(c) >= 0;
    }

    /// Old systems keep rare characters in the private-use range.
    private static boolean isLetter(int c) {
        return Character.isLetter(c) || c == '〇' || Character.getType(c) == Character.PRIVATE_USE;
    }
}
