package org.computility.reporting.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.computility.reporting.ReportingForTests;
import org.junit.jupiter.api.Test;

class PlaceDirectoryTest {

    private final ReportingForTests room = new ReportingForTests();
    private final PlaceDirectory places = PlacesForTests.over(room.database);

    @Test
    void knowsThirtyFourProvincesTenClustersAndEightHubs() {
        assertThat(places.list())
                .hasSize(52)
                .contains(
                        new PlaceView("110000", PlaceKind.PROVINCE, "北京市"),
                        new PlaceView("10", PlaceKind.CLUSTER, "中卫集群"),
                        new PlaceView("18", PlaceKind.HUB, "宁夏枢纽"));
        assertThat(places.list().stream().filter(place -> place.kind() == PlaceKind.PROVINCE))
                .hasSize(34);
        room.database.be("device");
        room.refused("role-missing", places::list);
    }

    @Test
    void refusesCodesOfNoPlaceOrOfAnotherKind() {
        assertThatCode(() -> places.requireProvince("620000")).doesNotThrowAnyException();
        room.refused("member-invalid", () -> places.requireProvince("990000"));
        room.refused("member-invalid", () -> places.requireProvince("9"));
        assertThatCode(() -> places.requireKnown("9", "17")).doesNotThrowAnyException();
        assertThatCode(() -> places.requireKnown(null, "")).doesNotThrowAnyException();
        room.refused("member-invalid", () -> places.requireKnown("17", null));
        room.refused("member-invalid", () -> places.requireKnown(null, "9"));
    }

    @Test
    void aCityLiesInItsProvince() {
        assertThatCode(() -> places.requireCityIn("620000", "621000")).doesNotThrowAnyException();
        room.refused("member-invalid", () -> places.requireCityIn("620000", "110100"));
    }
}
