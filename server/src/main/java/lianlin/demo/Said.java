package lianlin.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What people wrote into the forms.
final class Said {
    private static final List<String> DISPATCHED =
            List.of("请尽快联系居民，约好上门时间。", "请先电话了解情况再上门。", "老人独居，请两人同去。", "请带上工具，注意安全。", "请本周内完成。");
    private static final List<String> ACCEPTED = List.of("今天下午联系您", "明天上午上门", "周三上午过去看看", "晚饭后上门", "约好周末上午");
    private static final List<String> REFUSED = List.of("队员今天都有任务，安排不开。", "需要专业工具，我们队没有。", "时间对不上，请其他队伍支援。");
    private static final List<String> GIVEN_BACK = List.of("上门看过，需要专业师傅处理，请改派。", "队员临时生病，请改派其他队伍。");
    private static final List<String> RETURNED = List.of("请补充方便上门的时间。", "请补充楼栋房号和联系方式。", "请说明具体是哪里有问题。");
    private static final List<String> SUPPLEMENTED = List.of("每天下午三点以后都在家。", "补充：三楼，没有电梯。", "已补充说明，请尽快安排。");
    private static final List<String> REJECTED =
            List.of("不属于志愿服务范围，建议拨打 12345 反映。", "涉及物业维修责任，请先联系物业公司，社区会跟进。", "属于医疗服务，请到社区卫生服务中心。");
    private static final List<String> CANCELLED = List.of("问题已经自己解决了。", "家人回来了，不用麻烦了。", "时间不合适，以后再约。");
    private static final List<String> PAUSED = List.of("等居民回家后再上门。", "等配件到货。", "等物业提供图纸。");
    private static final List<String> CALLED = List.of("电话回访：居民反映等候较久，已致歉并说明原因。", "上门回访：已补做一次，居民表示满意。");
    private static final List<String> PRAISE =
            List.of("很热心，谢谢！", "服务周到，点赞。", "师傅手脚麻利。", "孩子很喜欢老师。", "老人很开心。", "", "", "");
    private static final List<String> GRUMBLE = List.of("等得有点久。", "来了两次才弄好。", "态度可以再好一点。");

    private final Dice dice;

    Said(Dice dice) {
        this.dice = dice;
    }

    Map<String, Object> form(String action, OrderPlan.Wanted wanted, int minutes) {
        var form = new HashMap<String, Object>();
        switch (action) {
            case "dispatch" -> form.put("note", dice.of(DISPATCHED));
            case "accept" -> form.put("note", dice.of(ACCEPTED));
            case "refuse" -> form.put("note", dice.of(REFUSED));
            case "give-back" -> form.put("note", dice.of(GIVEN_BACK));
            case "return" -> form.put("note", dice.of(RETURNED));
            case "supplement" -> form.put("note", dice.of(SUPPLEMENTED));
            case "reject" -> form.put("note", dice.of(REJECTED));
            case "cancel" -> form.put("note", dice.of(CANCELLED));
            case "call-back" -> form.put("note", dice.of(CALLED));
            case "pause" -> {
                form.put("reason", dice.in100(60) ? "APPLICANT_SUPPLEMENT" : "OTHER_AUTHORITY");
                form.put("note", dice.of(PAUSED));
            }
            case "complete" -> {
                form.put("minutes", minutes);
                form.put("persons", dice.between(1, 4));
                form.put("note", wanted.title().done());
            }
            case "rate" -> {
                form.put("stars", wanted.stars());
                var note = dice.of(wanted.stars() > 3 ? PRAISE : GRUMBLE);
                if (!note.isEmpty()) {
                    form.put("note", note);
                }
            }
            default -> {
                // these have no form, or nobody wrote anything
            }
        }
        return form;
    }
}
