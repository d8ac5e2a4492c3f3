package org.computility.reporting.duplicates.matching;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Words of names of computing centers that say nothing, or that are written in several ways. Longer ones come first. */
final class NameWords {

    /** Written in several ways; what takes their place. */
    static final Map<Pattern, String> MEANING = meaning();

    static final Pattern SUPER = Pattern.compile("超级计算|超级算力|超算");
    static final Pattern INTELLIGENT = Pattern.compile("人工智能计算|人工智能算力|人工智能|智能计算|智能算力|智算|aidc|ai计算|ai算力");

    /** Says of which kind a center is, or that it is one, or whose a company is. */
    static final Pattern EMPTY = Pattern.compile("(?<![白紫祥青彩资])云(?=数据|计算)|有限责任公司|股份有限公司|有限公司|分公司|公司|集团|股份|国际|大数据|"
            + "数据|信息|科技|技术|计算|算力|超算|智算|idc|中心|基地|产业园|园区|项目|工程|平台|机房|枢纽|节点|国家级|国家|中国|筹|新建");

    /** Latin words before what numbers a part: aidcii期. */
    static final Pattern LATIN = Pattern.compile("a?idc");

    /** Administrative endings, which people leave out. */
    static final Pattern ENDINGS = Pattern.compile("特别行政区|自治区|自治州|地区|新区|省|市|县|区|盟");

    private NameWords() {}

    private static Map<Pattern, String> meaning() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        words.put(Pattern.compile("中国移动通信|中国移动|移动通信|中移信息|中移"), "移动");
        words.put(Pattern.compile("中国电信|天翼云|天翼"), "电信");
        words.put(Pattern.compile("中国联合网络通信|联合网络通信|中国联通|联通云"), "联通");
        words.put(Pattern.compile("阿里巴巴|阿里云"), "阿里");
        words.put(Pattern.compile("华为云"), "华为");
        words.put(Pattern.compile("腾讯云"), "腾讯");
        words.put(Pattern.compile("百度智能云|百度云"), "百度");
        words.put(Pattern.compile("京东云"), "京东");
        words.put(Pattern.compile("大数据集团|大数据公司"), "数团");
        words.put(Pattern.compile("数据港"), "数港");
        words.put(Pattern.compile("万国数据|gds"), "万国");
        words.put(Pattern.compile("世纪互联|vnet"), "世纪互联");
        words.put(Pattern.compile("经济技术开发区|经济开发区|经开区|经开"), "经开");
        words.put(Pattern.compile("高新技术产业开发区|高新技术开发区|高新区"), "高新");
        words.put(Pattern.compile("开发区"), "开发");
        words.put(Pattern.compile("工业园区|工业园|科技园区|科技园|产业园区|产业园"), "园");
        return words;
    }
}
