package lianlin.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Set;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;

/// Names, numbers and addresses of people who do not exist. Phones lie in two ranges that stand for the demo:
/// 1380000 for those who can sign in, 19900 for all others; addresses and units of work say that they are a
/// demo's.
final class Invented {
    private static final String SURNAMES = "陈陈陈梁梁梁何何李李李黄黄罗罗林林吴吴张张杨刘谢周邓麦区霍潘卢冯叶曾关庞黎孔劳岑苏陆邝伍莫廖欧谭简游邵钟徐";
    private static final String WOMEN = "丽芳玲婷敏燕娟艳霞洁莹琳雯慧颖佩秀凤兰珍桂珠月银彩瑞欣怡静柔晓雪思咏淑";
    private static final String MEN = "伟强军杰明辉斌勇健锋浩志文华国荣坤耀添炳锦棠满德培根泉松柏基权豪俊铭泽宏朗";
    private static final String SECOND = "嘉家子志文永国建俊晓小美雅佩秀惠玉锦绮泳颖倩碧振伯仲德兆景光海";
    private static final String WEIGHTED = "10X98765432";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final Dice dice;
    private final Set<String> given = new HashSet<>();
    private int phones;

    /// `firstPhone` keeps the numbers of different parts apart.
    Invented(Dice dice, int firstPhone) {
        this.dice = dice;
        this.phones = firstPhone;
    }

    PersonName name(boolean woman) {
        var name = new StringBuilder().append(pick(SURNAMES));
        if (dice.in100(72)) {
            name.append(pick(SECOND));
        }
        return new PersonName(name.append(pick(woman ? WOMEN : MEN)).toString());
    }

    PersonName name() {
        return name(dice.in100(50));
    }

    /// The next number of the range that stands for people of the demo who do not sign in.
    PhoneNumber phone() {
        return new PhoneNumber("199%08d".formatted(phones++));
    }

    /// Of somebody who signs in.
    static PhoneNumber loginPhone(int number) {
        return new PhoneNumber("1380000%04d".formatted(number));
    }

    /// A number with the code of a county, a birth date, a serial and the right check digit, never given twice.
    IdentityNumber identity(int county, LocalDate born, boolean woman) {
        while (true) {
            var serial = dice.between(0, 499) * 2 + (woman ? 0 : 1);
            var body = "%06d%s%03d".formatted(county, DAY.format(born), serial);
            if (given.add(body)) {
                return new IdentityNumber(body + check(body));
            }
        }
    }

    String address(String community) {
        return community + "演示路" + dice.between(1, 188) + "号" + dice.between(1, 18) + "座" + dice.between(2, 28) + "0"
                + dice.between(1, 8);
    }

    private static char check(String body) {
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return WEIGHTED.charAt(sum % WEIGHTED.length());
    }

    private char pick(String characters) {
        return characters.charAt(dice.between(0, characters.length() - 1));
    }
}
