package lianlin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.demo.Ground.Community;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.territory.section.SectionHistory;
import lianlin.territory.section.SectionHistory.Done;
import lianlin.territory.section.SectionHistory.Held;
import lianlin.territory.section.SectionHistory.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the responsibility sections of some communities, most looked after, some open (TER-15). The member of the
/// cast has three of those on stage: one in order, one to mend, one that waits for the community.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoSections {
    private record Kind(String code, String name, String description, String plan) {}

    private static final int ON_STAGE = 18;
    private static final int ELSEWHERE = 4;
    private static final int COMMUNITIES = 33;

    private static final List<Kind> KINDS = List.of(
            new Kind("GREEN", "东侧绿化带", "从东门到西门的绿化带，含三处花池。", "每周六上午捡拾垃圾，每月修枝一次。"),
            new Kind("ROAD", "巷口路段", "巷口到社区公告栏约 120 米的人行道。", "每周两次清扫，看护共享单车停放。"),
            new Kind("STAIRWELL", "3 栋楼道", "一至七层楼梯、扶手和公告板。", "每两周清扫一次，杂物随见随劝。"),
            new Kind("SQUARE", "小广场", "健身器材、石凳和周边铺装。", "每周日下午检查器材，擦拭石凳。"),
            new Kind("COURTYARD", "院落", "院落内公共晾晒区和自行车棚。", "每周三傍晚整理车棚，月底大扫除。"),
            new Kind("WATER", "河岸步道", "步道护栏到河堤之间。", "每周日清捡漂浮物，雨后看护栏。"));
    private static final List<String> WORK =
            List.of("捡了落叶和烟头，花池里清出两袋垃圾", "清扫一遍，扶手擦过", "劝走两辆乱停的电动车，重新摆好", "浇水，补栽了几株", "看了一遍，都整齐");

    private final SectionHistory history;
    private final Clock clock;

    DemoSections(SectionHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    int write(Ground ground, Everybody everybody, Map<Area, Integer> grids) {
        var dice = new Dice("sections");
        var names = new Invented(new Dice("section holders"), 975_000);
        var pasts = new ArrayList<Past>();
        for (var community : ground.order()) {
            var clerk = everybody.clerks().get(community);
            if (clerk == null || pasts.size() >= ON_STAGE + ELSEWHERE * COMMUNITIES) {
                continue;
            }
            var stage = community.equals(ground.stage());
            for (var i = 0; i < (stage ? ON_STAGE : ELSEWHERE); i++) {
                var held = stage ? onStage(i, everybody, names) : dice.in100(70) ? held(null, names, 120 + i) : null;
                pasts.add(section(
                        community, grids.getOrDefault(community.area(), 0), i, clerk.account(), held, stage, dice));
            }
        }
        history.write(pasts);
        return pasts.size();
    }

    private @Nullable Held onStage(int number, Everybody everybody, Invented names) {
        return switch (number) {
            case 0, 1 -> held(everybody.of(Cast.MEMBER), 90 + number);
            case 2 -> held(everybody.of(Cast.MEMBER), 1);
            case 3, 7, 11, 14, 17 -> null;
            default -> held(null, names, 150 + number);
        };
    }

    private Held held(lianlin.identity.Accounts.Enrolled member, int days) {
        return new Held(member.account(), member.name(), ago(days));
    }

    private Held held(@Nullable Id account, Invented names, int days) {
        return new Held(account, names.name().reveal(), ago(days));
    }

    private Past section(
            Community community, int grids, int number, Id clerk, @Nullable Held held, boolean stage, Dice dice) {
        var kind = KINDS.get(number % KINDS.size());
        var grid = grids == 0 ? community.area() : community.area().grid(1 + number % grids);
        var waits = stage && number == 2;
        var released = held != null && stage && number == 9;
        return new Past(
                grid,
                (number / KINDS.size() + 1) + " 段" + kind.name(),
                kind.code(),
                kind.description(),
                kind.plan(),
                clerk,
                ago(200 + number),
                held,
                waits,
                released,
                held == null || waits ? List.of() : done(stage && number == 1, held, clerk, dice));
    }

    private List<Done> done(boolean mend, Held held, Id clerk, Dice dice) {
        var today = LocalDate.now(clock);
        var account = held.account();
        var done = new ArrayList<Done>();
        for (var week = 4; week > 0; week--) {
            done.add(new Done(
                    today.minusDays(week * 7L - 1),
                    dice.of(WORK),
                    dice.between(2, 9) * 10,
                    null,
                    account == null ? clerk : account));
        }
        done.add(
                mend
                        ? new Done(today.minusDays(1), "花池边有建筑垃圾，请通知物业并清走", null, true, clerk)
                        : new Done(today.minusDays(3), "整齐，无堆放", null, false, clerk));
        return done;
    }

    private Instant ago(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }
}
