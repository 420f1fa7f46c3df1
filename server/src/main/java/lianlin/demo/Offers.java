package lianlin.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import lianlin.matter.menu.Opening;
import lianlin.matter.menu.PriorityGroup;
import lianlin.matter.menu.ServiceCategory;

/// What the menu of the demo offers, by category; `fits` are the orders that people place from it. `cents` is
/// the low fee that a social organization asks, 0 where it is free.
record Offers(
        ServiceCategory category,
        String title,
        String description,
        String audience,
        int minutes,
        int cents,
        List<PriorityGroup> priority,
        String conditions,
        Pattern fits) {
    private static final List<PriorityGroup> OLD = List.of(PriorityGroup.ELDERLY, PriorityGroup.DISABLED);
    private static final List<PriorityGroup> POOR =
            List.of(PriorityGroup.LOW_INCOME, PriorityGroup.CHILD, PriorityGroup.VETERAN);

    private static Offers of(
            ServiceCategory category,
            String title,
            String description,
            String audience,
            int minutes,
            List<PriorityGroup> priority,
            String conditions,
            String fits) {
        return new Offers(
                category, title, description, audience, minutes, 0, priority, conditions, Pattern.compile(fits));
    }

    private static Offers paid(
            ServiceCategory category, String title, String description, String audience, int minutes, int cents) {
        return new Offers(
                category,
                title,
                description,
                audience,
                minutes,
                cents,
                List.of(),
                "收费标准在服务前说清，服务后开具收据",
                Pattern.compile("不从订单里来"));
    }

    /// What teams and committees do for nothing.
    static final List<Offers> FREE = List.of(
            of(
                    ServiceCategory.REPAIR,
                    "上门水电小修",
                    "水龙头滴水、灯管不亮、插座松动，志愿者带工具上门看，小毛病当场修好。",
                    "本社区居民",
                    60,
                    OLD,
                    "需要更换的配件由居民自备，或者按票据付款",
                    "水管|灯管|扶手|门锁"),
            of(
                    ServiceCategory.REPAIR,
                    "家电义务检修",
                    "电视、洗衣机、煤气灶用着不顺手，志愿者上门检查调试，讲清楚怎么用。",
                    "本社区居民",
                    60,
                    OLD,
                    "只做检查和简单维修，不换主要部件",
                    "电视|煤气灶|洗衣机"),
            of(
                    ServiceCategory.CARE,
                    "陪同就医",
                    "陪长者挂号、候诊、取药，再送回家；提前一天说好时间。",
                    "60 岁以上独居、空巢长者",
                    240,
                    OLD,
                    "请带好医保卡和病历",
                    "医院|复诊"),
            of(ServiceCategory.CARE, "上门探访陪聊", "每周到家里坐一坐，聊聊天、量量血压，有事帮着联系社区。", "独居、失能长者", 90, OLD, "", "聊天"),
            of(ServiceCategory.CARE, "长者送餐", "长者饭堂的午餐送到家门口，术后和行动不便的可以连续送。", "行动不便的居民", 30, OLD, "餐费按长者饭堂的标准付", "午餐|送餐"),
            of(
                    ServiceCategory.CARE,
                    "上门理发助浴",
                    "两名志愿者一起上门，理发、助浴、换床单，家里要有一位家人在场。",
                    "卧床、失能居民",
                    90,
                    OLD,
                    "家人在场；身体不适时改期",
                    "理发|助浴"),
            of(ServiceCategory.CARE, "放学临时接送", "家人住院或者加班，志愿者结伴把孩子接到社区，等家人来接。", "小学生家庭", 60, POOR, "监护人要事先签字同意", "接送"),
            of(ServiceCategory.SAFETY, "居家安全检查", "检查电线、燃气软管、阳台花架，发现隐患当场说清怎么改。", "本社区居民", 60, OLD, "", "电线|花架"),
            of(ServiceCategory.SAFETY, "楼道安全劝导", "楼道杂物、飞线充电，志愿者和楼栋长一起上门商量。", "本社区居民", 60, List.of(), "", "楼道|电动车"),
            of(
                    ServiceCategory.SAFETY,
                    "急救技能进楼栋",
                    "心肺复苏、海姆立克、灭火器怎么用，在楼下架空层讲一讲、练一练。",
                    "10 人以上的楼栋",
                    90,
                    List.of(),
                    "请楼栋长先约好人数",
                    "心肺复苏"),
            of(
                    ServiceCategory.CULTURE,
                    "智能手机课堂",
                    "挂号、视频通话、扫码付款，志愿者一个一个教会为止。",
                    "60 岁以上长者",
                    90,
                    List.of(PriorityGroup.ELDERLY),
                    "自带手机",
                    "手机"),
            of(ServiceCategory.CULTURE, "文艺演出到楼下", "粤曲、合唱、写春联，按楼栋的心愿来安排。", "楼栋、院落", 120, List.of(), "提前两周预约", "表演|春联"),
            of(ServiceCategory.CULTURE, "周末亲子手工", "周六上午在党群服务中心，材料由社区准备。", "3 至 10 岁儿童家庭", 120, POOR, "每次 18 户", "亲子手工"),
            of(
                    ServiceCategory.AGENCY,
                    "证件补贴代办",
                    "老年证、高龄津贴、居住证，上门收材料，办好送回来。",
                    "来不了窗口的居民",
                    45,
                    OLD,
                    "材料原件当面核对、当面退还",
                    "老年证|补贴|居住证"),
            of(ServiceCategory.AGENCY, "代买代取跑腿", "代买米面油、代取快递和药品，当面对票据。", "行动不便的居民", 45, OLD, "垫付不超过 200 元", "米和油|快递"),
            of(ServiceCategory.HEALTH, "上门测血压血糖", "社区医生和志愿者上门测量，教会家人怎么测、怎么记。", "慢性病居民", 30, OLD, "", "血压|血糖"),
            of(ServiceCategory.HEALTH, "中医义诊进社区", "推拿、艾灸、用药咨询，半天一场。", "社区居民", 180, List.of(), "由社区集中预约", "义诊"),
            of(ServiceCategory.HEALTH, "心理疏导", "心理志愿者上门或者在服务中心谈心，说的话不外传。", "需要的居民", 60, POOR, "", "疏导"),
            of(ServiceCategory.HEALTH, "康复器具借用", "轮椅、拐杖、护理床免费借，教会使用。", "术后、行动不便的居民", 30, OLD, "借期一个月，可以续借", "轮椅"),
            of(ServiceCategory.STUDY, "四点半课堂", "放学后写作业、读书、做游戏，大学生志愿者陪着。", "小学生", 120, POOR, "每周三次，监护人签字", "辅导功课"),
            of(ServiceCategory.STUDY, "大学生结对辅导", "英语、数学一对一，四次为一轮。", "初中生", 90, POOR, "在党群服务中心辅导，家长可以旁听", "英语"),
            of(ServiceCategory.STUDY, "亲子阅读小组", "周六上午一起读绘本，家长孩子都来。", "3 至 8 岁儿童家庭", 90, List.of(), "", "亲子阅读"),
            of(ServiceCategory.STUDY, "升学志愿咨询", "退休教师一对一讲政策、看分数、理思路，志愿自己定。", "中考、高考家庭", 60, POOR, "不代填、不收费", "志愿怎么填"),
            of(ServiceCategory.OTHER, "邻里清洁日", "绿化带、楼道、天台，党员和居民一起动手。", "楼栋、院落", 120, List.of(), "", "绿化带"),
            of(ServiceCategory.OTHER, "旧衣上门回收", "洗干净的旧衣上门收，登记去向，送到爱心衣橱。", "本社区居民", 30, List.of(), "", "旧衣物"),
            of(ServiceCategory.OTHER, "邻里纠纷调解", "装修噪声、漏水、晾晒，五老调解员坐下来一起说。", "本社区居民", 90, List.of(), "双方都同意再开始", "装修"));

    /// What social organizations do for a low fee.
    static final List<Offers> PAID = List.of(
            paid(ServiceCategory.CARE, "钟点照护", "持证护理员到家照护两小时：喂饭、翻身、陪护，家人可以喘口气。", "失能长者家庭", 120, 4_000),
            paid(ServiceCategory.REPAIR, "油烟机空调清洗", "拆洗油烟机、空调滤网，自带工具，洗完擦净地面。", "本街道居民", 90, 5_000),
            paid(ServiceCategory.CULTURE, "长者书画班", "每周一次，十二次一期，笔墨纸另备。", "50 岁以上居民", 90, 2_000),
            paid(ServiceCategory.STUDY, "周末托管", "周六全天，作业、户外、午餐，安全员全程在场。", "小学生", 480, 5_000));

    /// When what is given by appointment is given: evenings, weekends and holidays (SRV-03).
    List<Opening> openings() {
        return switch (title) {
            case "周末亲子手工" -> List.of(opening(Opening.Day.DAYS_OFF, 9, 30, 120, 18));
            case "亲子阅读小组" -> List.of(opening(Opening.Day.SATURDAY, 10, 0, 90, 12));
            case "心理疏导" ->
                List.of(
                        opening(Opening.Day.WORKDAYS, 18, 30, 60, 1),
                        opening(Opening.Day.WORKDAYS, 19, 30, 60, 1),
                        opening(Opening.Day.DAYS_OFF, 9, 0, 60, 2),
                        opening(Opening.Day.DAYS_OFF, 10, 0, 60, 2));
            case "长者书画班" -> List.of(opening(Opening.Day.WEDNESDAY, 19, 0, 90, 15));
            default -> List.of();
        };
    }

    private static Opening opening(Opening.Day day, int hour, int minute, int minutes, int places) {
        var starts = LocalTime.of(hour, minute);
        return new Opening(day, null, starts, starts.plusMinutes(minutes), places);
    }

    boolean fits(String wish) {
        return fits.matcher(wish).find();
    }
}
