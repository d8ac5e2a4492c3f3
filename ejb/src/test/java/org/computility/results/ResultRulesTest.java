package org.computility.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Rejected;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultRulesTest {

    private static final String CODE = "11010800005050000001";
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1};

    private final ResultRules rules = new ResultRules(CODE, NOW);

    @Test
    void letsPassWhatTheNodeFoundJustNow() {
        assertThatCode(() -> rules.checked(List.of(result(CODE, NOW, "{}", JPEG), result(CODE, NOW, "{}", null))))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAForeignCode() {
        refused(result("11010800005050000002", NOW, "{}", null), "member-invalid", "results[1].computeCode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:12Z", "2025-10-18T07:59:59Z", "2026-11-23T09:00:00Z", "2999-01-01T00:00:00Z"})
    void datesWhatAWrongClockDatedByItsReceipt(String time) {
        FoundResult told = result(CODE, Instant.parse(time), "{}", JPEG);

        assertThat(rules.checked(List.of(told))).containsExactly(told.at(NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-10-18T08:00:00Z", "2026-11-23T08:00:00Z"})
    void believesAClockThatMayBeRight(String time) {
        FoundResult told = result(CODE, Instant.parse(time), "{}", JPEG);

        assertThat(rules.checked(List.of(told))).containsExactly(told);
    }

    @Test
    void refusesTextThatTheDatabaseCannotHold() {
        refused(result(CODE, NOW, "{\"a\":\"\\u0000\"}", null), "member-invalid", "results[1].data");
    }

    @Test
    void letsPassATextThatOnlySpellsTheCharacterZero() {
        assertThatCode(() -> rules.checked(List.of(result(CODE, NOW, "{\"a\":\"\\\\u0000\"}", null))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void refusesAMediaTimeThatIsNoNumber(double mediaTime) {
        refused(at(mediaTime), "member-invalid", "results[1].mediaTime");
    }

    @Test
    void refusesAnImageThatIsNoJpegOrTooLarge() {
        refused(result(CODE, NOW, "{}", new byte[] {1, 2, 3, 4}), "member-invalid", "results[1].image.content");
        refused(
                result(CODE, NOW, "{}", new byte[ResultRules.LARGEST_IMAGE + 1]),
                "member-too-long",
                "results[1].image.content");
    }

    private void refused(FoundResult result, String code, String member) {
        assertThatThrownBy(() -> rules.checked(List.of(result(CODE, NOW, "{}", null), result)))
                .isInstanceOf(Rejected.class)
                .extracting("code", "member")
                .containsExactly(code, member);
    }

    private static FoundResult at(double mediaTime) {
        FoundResult usual = result(CODE, NOW, "{}", null);
        return new FoundResult(
                usual.id(),
                usual.taskInstanceId(),
                CODE,
                usual.algoDefCode(),
                null,
                null,
                usual.sequence(),
                NOW,
                mediaTime,
                usual.data(),
                null);
    }

    private static FoundResult result(String code, Instant time, String data, byte[] image) {
        return new FoundResult(
                UUID.randomUUID(),
                UUID.randomUUID(),
                code,
                "M",
                null,
                null,
                1,
                time,
                null,
                data,
                image == null ? null : new FoundResult.Image("image/jpeg", null, null, image));
    }
}
