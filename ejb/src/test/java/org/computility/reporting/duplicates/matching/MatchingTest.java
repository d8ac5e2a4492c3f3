package org.computility.reporting.duplicates.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final LocalDate DAY = LocalDate.of(2025, 10, 29);

    @Test
    void oneHallWrittenInTwoWaysIsTheSame() {
        Evidence evidence = compare(
                center("中国移动贵州贵阳高新区数据中心一期", "520100", 106.63, 26.65, DAY),
                center("贵阳市移动高新ＩＤＣ（Ⅰ期）", "520115", 106.6301, 26.6502, DAY));

        assertThat(evidence.verdict()).isEqualTo(Verdict.SAME);
        assertThat(evidence.name()).isEqualTo(1);
        assertThat(evidence.city()).isEqualTo(Agreement.PARTLY);
        assertThat(evidence.metres()).isBetween(20, 30);
    }

    @Test
    void phasesBuildingsAndZonesAreTwo() {
        different("贵阳移动数据中心一期", "贵阳移动数据中心二期");
        different("贵阳移动数据中心1号楼", "贵阳移动数据中心2号楼");
        different("贵阳移动数据中心A区", "贵阳移动数据中心B区");
    }

    @Test
    void whoLeavesOutALaterPhaseIsDoubted() {
        assertThat(compare(
                                center("贵阳移动数据中心", "520100", 106.63, 26.65, DAY),
                                center("贵阳移动数据中心三期", "520100", 106.63, 26.65, DAY))
                        .verdict())
                .isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void neighboursAreTwo() {
        different("贵阳移动高新数据中心", "贵阳电信高新数据中心");
    }

    @Test
    void whoLeavesOutThePlaceIsDoubted() {
        Evidence evidence = compare(
                center("贵阳移动高新数据中心", "520100", 106.63, 26.65, DAY), center("贵阳移动数据中心", "520100", 106.63, 26.66, null));

        assertThat(evidence.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(evidence.date()).isEqualTo(Agreement.UNKNOWN);
    }

    @Test
    void anotherCityIsAnotherCenter() {
        Evidence evidence = compare(
                center("移动高新数据中心", "520100", 106.63, 26.65, DAY), center("移动高新数据中心", "520300", 106.93, 27.73, DAY));

        assertThat(evidence.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(evidence.metres()).isBetween(115_000, 130_000);
    }

    @Test
    void bothOrdersTellTheSame() {
        CenterFacts one = center("贵阳移动高新数据中心", "520100", 106.63, 26.65, DAY);
        CenterFacts other = center("移动贵阳IDC一期", "520115", 106.64, 26.65, null);

        assertThat(compare(one, other)).isEqualTo(compare(other, one));
    }

    @Test
    void distancesHoldAroundTheEarth() {
        assertThat(Matching.metres(center("a", "520100", 179.9999, 0, null), center("a", "520100", -179.9999, 0, null)))
                .isCloseTo(22, within(1));
        assertThat(Matching.metres(center("a", "520100", 0, 90, null), center("a", "520100", 90, 90, null)))
                .isZero();
    }

    private static void different(String one, String other) {
        different(center(one, "520100", 106.63, 26.65, DAY), center(other, "520100", 106.63, 26.65, DAY));
    }

    private static void different(CenterFacts one, CenterFacts other) {
        assertThat(compare(one, other).verdict()).as("%s and %s", one, other).isEqualTo(Verdict.DIFFERENT);
    }

    private static Evidence compare(CenterFacts one, CenterFacts other) {
        return Matching.compare(Matching.ready(one), Matching.ready(other));
    }

    private static CenterFacts center(String name, String city, double longitude, double latitude, LocalDate date) {
        return new CenterFacts(1, name, "贵州省", city, longitude, latitude, 0, date);
    }
}
