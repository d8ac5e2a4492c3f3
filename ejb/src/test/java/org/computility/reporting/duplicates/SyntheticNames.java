package org.computility.reporting.duplicates;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writes the name of a center as people do: no two alike. */
final class SyntheticNames {

    static final List<String> OPERATORS = List.of(
            "移动", "电信", "联通", "阿里", "万国", "世纪互联", "华为", "腾讯", "百度", "京东", "秦淮", "润泽", "光环新网", "数据港", "中金", "奥飞", "宝信",
            "浪潮", "曙光", "商汤", "中科睿芯", "燧原", "并行", "首都在线", "鹏博士", "网宿", "科华", "云赛", "有孚", "优刻得", "中联绿色", "合盈", "城投",
            "国资云", "大数据集团", "广电", "铁塔", "国网", "三峡", "华电");
    static final List<String> PLACES = List.of(
            "高新", "经开", "空港", "临港", "滨江", "大学城", "未来科技城", "新城", "保税", "软件园", "云谷", "凤凰", "龙湖", "东湖", "金桥", "青龙", "白云",
            "望江", "北辰", "翠屏", "南湖", "五里墩", "沙河", "石桥", "兴隆", "双流", "长岭", "梅溪", "银河", "和林");
    private static final Map<String, List<String>> WRITTEN = Map.of(
            "移动", List.of("移动", "中国移动", "中移", "中国移动通信集团"),
            "电信", List.of("电信", "中国电信", "天翼云", "中国电信股份有限公司"),
            "联通", List.of("联通", "中国联通"),
            "阿里", List.of("阿里云", "阿里巴巴", "阿里"),
            "万国", List.of("万国数据", "GDS", "ＧＤＳ"),
            "华为", List.of("华为", "华为云"),
            "腾讯", List.of("腾讯", "腾讯云"),
            "高新", List.of("高新区", "高新", "高新技术产业开发区"),
            "经开", List.of("经开区", "经开", "经济技术开发区"));
    private static final List<List<String>> KINDS = List.of(
            List.of("数据中心", "IDC", "云计算中心", "大数据中心", "云数据中心", "数据中心园区", "ＩＤＣ数据中心", "信息中心"),
            List.of("智算中心", "智能计算中心", "人工智能计算中心", "智算基地", "AIDC"),
            List.of("超算中心", "超级计算中心"));
    private static final String CHINESE = "零一二三四五六七八九";
    private static final String ROMAN = "〇ⅠⅡⅢⅣⅤ";
    private static final int LONGEST = 40;

    private final Random random;

    SyntheticNames(Random random) {
        this.random = random;
    }

    /** At most 40 characters. */
    String name(SyntheticSite site) {
        String name;
        do {
            name = written(site);
        } while (name.length() > LONGEST);
        return name;
    }

    private String written(SyntheticSite site) {
        boolean apart = !site.city().province().startsWith(site.city().name());
        String province = !apart
                ? ""
                : often(0.25)
                        ? site.city().province()
                        : often(0.2) ? shortened(site.city().province()) : "";
        String city = often(0.85) ? site.city().name() + (often(0.5) ? "市" : "") : "";
        String place = site.place().isEmpty() || often(0.12) && !city.isEmpty() ? "" : oneOf(site.place());
        String operator = oneOf(site.operator()) + (often(0.06) ? "有限公司" : "");
        String kind = often(0.15) ? "算力中心" : pick(KINDS.get(site.kind()));
        String where = province + city + place;
        String body = often(0.25) ? where + operator + kind : operator + where + kind;
        if (often(0.05)) {
            body = body + "项目";
        }
        return widened(typed(body) + building(site) + phase(site));
    }

    private String phase(SyntheticSite site) {
        int phase = site.phase();
        if (phase == 0 || phase == 1 && site.alone() && often(0.1)) {
            return "";
        }
        String written = pick(List.of(
                CHINESE.charAt(phase) + "期",
                CHINESE.charAt(phase) + "期",
                phase + "期",
                "第" + CHINESE.charAt(phase) + "期",
                ROMAN.charAt(phase) + "期"));
        return often(0.2) ? "(" + written + ")" : often(0.1) ? "（" + written + "）" : written;
    }

    private String building(SyntheticSite site) {
        String building = site.building();
        if (building == null) {
            return "";
        }
        if (Character.isDigit(building.charAt(0))) {
            int number = building.charAt(0) - '0';
            return pick(List.of(number + "号楼", CHINESE.charAt(number) + "号楼", number + "#楼", number + "号机房楼"));
        }
        return pick(List.of(building + "区", building.toLowerCase(java.util.Locale.ROOT) + "区", " " + building + " 区"));
    }

    /** Now and then a letter is lost, or another one typed. */
    private String typed(String text) {
        if (text.length() < 8 || !often(0.01)) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        return text.substring(0, at) + (often(0.5) ? "" : "某") + text.substring(at + 1);
    }

    /** Some write digits, letters and brackets as wide as Chinese characters. */
    private String widened(String text) {
        if (!often(0.15)) {
            return text;
        }
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(letter -> wide.append((char) (letter > ' ' && letter < 0x7f ? letter + 0xfee0 : letter)));
        return wide.toString();
    }

    private String oneOf(String word) {
        return pick(WRITTEN.getOrDefault(word, List.of(word)));
    }

    private static String shortened(String province) {
        return province.substring(0, province.startsWith("内蒙古") || province.startsWith("黑龙江") ? 3 : 2);
    }

    private boolean often(double share) {
        return random.nextDouble() < share;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
