package org.computility.planning.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LicencesTest {

    private static final String TROUBLE = "10.0.0.1:80 did not answer.";
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final String DEVICE = "11010800005020000001";
    private static final String OTHER = "11010800005020000002";

    @Test
    void whatNoLicenceNamesIsNotBoundedHoweverMuchRuns() {
        Licences licences = Licences.of(List.of(figure(QuotaFigure.USED, DEVICE, 1000L)));

        assertThat(licences.isUnlimited()).isTrue();
        assertThat(licences.admits("M")).isTrue();
        assertThat(licences.admits("N", DEVICE)).isTrue();
    }

    @Test
    void licencesOfADeviceAreForThatDeviceAndAreUsedUpFirst() {
        Licences licences = Licences.of(List.of(
                figure(QuotaFigure.OFFLINE, DEVICE, 2L),
                figure(QuotaFigure.OFFLINE, null, 1L),
                figure(QuotaFigure.USED, DEVICE, 1L)));

        assertThat(licences.admits("M")).isTrue();
        licences.take("M", OTHER);
        assertThat(licences.admits("M")).isFalse();
        assertThat(licences.admits("M", OTHER)).isFalse();
        assertThat(licences.admits("M", DEVICE)).isTrue();
        assertThat(licences.refusal("M")).contains("bound to devices");
        licences.take("M", DEVICE);
        assertThat(licences.admits("M", DEVICE)).isFalse();
        assertThat(licences.refusal("M")).contains("allow 3 streams", "3 run");
    }

    @Test
    void filesAndServerAreAddedUp() {
        Licences licences =
                Licences.of(List.of(figure(QuotaFigure.OFFLINE, null, 1L), figure(QuotaFigure.ONLINE, null, 1L)));

        licences.take("M", DEVICE);
        assertThat(licences.admits("M")).isTrue();
        licences.take("M", DEVICE);
        assertThat(licences.admits("M")).isFalse();
    }

    @Test
    void aServerThatHasToldNothingAllowsNothing() {
        Licences licences = Licences.of(List.of(figure(QuotaFigure.ONLINE, null, null)));

        assertThat(licences.admits("M", DEVICE)).isFalse();
        assertThat(licences.refusal("M")).contains(TROUBLE, "POST /ACSMP/AuthServer", "POST /ACSMP/License");
    }

    @Test
    void whatIsLeftIsToldByDeviceAndIsNeverLessThanNothing() {
        assertThat(Licences.of(List.of(figure(QuotaFigure.USED, DEVICE, 3L))).leftAnywhere("M"))
                .isEmpty();
        Licences licences = Licences.of(List.of(
                figure(QuotaFigure.OFFLINE, DEVICE, 2L),
                figure(QuotaFigure.ONLINE, null, 4L),
                figure(QuotaFigure.USED, DEVICE, 1L),
                figure(QuotaFigure.USED, OTHER, 1L)));
        assertThat(licences.leftAnywhere("M")).hasValue(3);
        assertThat(licences.leftAtNodes("M")).isEqualTo(Map.of(DEVICE, 1L));
        assertThat(Licences.of(List.of(figure(QuotaFigure.OFFLINE, null, 1L), figure(QuotaFigure.USED, OTHER, 3L)))
                        .leftAnywhere("M"))
                .hasValue(0);
    }

    @Test
    void whatRunsBeyondALowerQuotaIsInExcessAndMustEndFirst() {
        Licences licences =
                Licences.of(List.of(figure(QuotaFigure.OFFLINE, null, 1L), figure(QuotaFigure.USED, DEVICE, 3L)));

        assertThat(licences.excess("M")).isEqualTo(2);
        assertThat(licences.with("M", 2).admits("M")).isFalse();
        assertThat(licences.with("M", 3).admits("M")).isTrue();
        assertThat(licences.admits("M")).isFalse();
    }

    @Test
    void aPageShowsWhatFilesCoverApartFromWhatTheServerAllows() {
        StreamQuotas.Licensed of = new StreamQuotas.Licensed(ORGANISATION, "M");
        StreamQuota quota = StreamQuota.of(
                of,
                List.of(
                        figure(QuotaFigure.OFFLINE, DEVICE, 2L),
                        figure(QuotaFigure.OFFLINE, null, 1L),
                        figure(QuotaFigure.ONLINE, null, 10L),
                        figure(QuotaFigure.USED, DEVICE, 1L),
                        figure(QuotaFigure.USED, OTHER, 4L)));

        assertThat(quota.used()).isEqualTo(5);
        assertThat(quota.total()).isEqualTo(13);
        assertThat(quota.offlineTotal()).isEqualTo(3);
        assertThat(quota.offlineUsed()).isEqualTo(2);
    }

    private static QuotaFigure figure(String kind, String computeCode, Long streams) {
        return new QuotaFigure(ORGANISATION, "M", kind, computeCode, streams, streams == null ? TROUBLE : null);
    }
}
