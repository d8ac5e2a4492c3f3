package org.computility.reporting.duplicates.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CenterNameTest {

    @ParameterizedTest
    @CsvSource({
        "贵州省贵阳市中国移动高新区数据中心, 移动高新",
        "贵阳移动高新技术产业开发区ＩＤＣ, 移动高新",
        "移动贵州高新智算中心（筹）, 移动高新",
        "中国移动通信集团有限公司贵阳大数据中心, 移动",
        "ＧＤＳ 贵阳 云数据中心, 万国",
        "贵阳白云区国资云数据中心, 白云国资云",
        "数据港贵阳算力中心, 数港",
        "大数据集团贵阳超级计算中心, 数团"
    })
    void whatSaysNothingIsLeftOut(String name, String core) {
        assertThat(name(name).core()).isEqualTo(core);
    }

    @ParameterizedTest
    @CsvSource({
        "移动数据中心二期, 期, 2",
        "移动数据中心２期, 期, 2",
        "移动数据中心(Ⅱ期), 期, 2",
        "移动AIDCⅢ期, 期, 3",
        "移动数据中心第十一期, 期, 11",
        "移动数据中心二十期, 期, 20",
        "移动数据中心3号楼, 楼, 3",
        "移动数据中心三号楼, 楼, 3",
        "移动数据中心３#楼, 楼, 3",
        "移动数据中心B座, 楼, b",
        "移动数据中心Ａ区, 区, a",
        "移动数据中心东区, 区, 东",
        "移动数据中心2, 号, 2"
    })
    void partsAreToldApart(String name, String word, String which) {
        assertThat(name(name).parts()).isEqualTo(Map.of(word, which));
        assertThat(name(name).core()).isEqualTo("移动");
    }

    @Test
    void districtsAreNoZones() {
        assertThat(name("河西区移动数据中心").parts()).isEmpty();
        assertThat(name("高新区移动数据中心").parts()).isEmpty();
    }

    @Test
    void numbersOfAnyLengthAreRead() {
        assertThat(name("移动" + "9".repeat(36)).parts()).containsKey("号");
        assertThat(name("１").core()).isEmpty();
        assertThat(name("。。").core()).isEmpty();
    }

    @Test
    void provincesHaveShortNames() {
        assertThat(CenterName.shortName("内蒙古自治区")).isEqualTo("内蒙古");
        assertThat(CenterName.shortName("黑龙江省")).isEqualTo("黑龙江");
        assertThat(CenterName.shortName("广西壮族自治区")).isEqualTo("广西");
        assertThat(CenterName.shortName("北京市")).isEqualTo("北京");
    }

    private static CenterName name(String name) {
        return CenterName.of(name, "贵州省", "520100");
    }
}
