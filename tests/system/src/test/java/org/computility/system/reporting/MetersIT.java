package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.system.reporting.ProjectsAndCentersIT.refused;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.computility.system.Answer;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Visitor;
import org.junit.jupiter.api.Test;

/** Meters of a reported center, what they showed, the hours that come of it, and TC609 B.2. */
@InTurn
@OnTheServer
class MetersIT {

    private static final String OWN = "platform/v1/monitoring/";
    private static final String NOW = "api/querySupervisionSystemData";

    private final Platform platform;
    private final Reporter reporter;
    private final Visitor operator;
    private final String centerName;
    private final int center;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    MetersIT(Platform platform) {
        this.platform = platform;
        reporter = new Reporter(platform);
        var account = platform.account(reporter.account.organisationId(), "OPERATOR");
        operator = platform.as(platform.login(account.username(), account.password()));
        centerName = reporter.freshName("庆阳中心");
        center = reporter.center(centerName, "");
    }

    @Test
    void readingsBecomeHoursAndFiguresOfThePastHour() {
        JsonObject nothing = figures();
        assertThat(nothing.keySet()).containsExactlyInAnyOrder("asOf", "estimated");
        String total = opened("TOTAL_ELECTRICITY");
        String it = opened("IT_ELECTRICITY");
        String water = opened("WATER");
        push(total, reading(-70, "1000"), reading(-10, "1012.5"), reading(0, "1014.625"))
                .expect(200);
        push(it, reading(-60, "500"), reading(0, "508")).expect(200);
        push(water, reading(-60, "0.5"), reading(0, "6.5")).expect(200);

        JsonObject figures = figures();
        assertThat(number(figures, "wue")).isEqualByComparingTo("0.75");
        // Ten minutes of the first hour are a sixth of its 12.5 kWh.
        assertThat(number(figures, "electricityConsume")).isBetween(new BigDecimal("12.5"), new BigDecimal("12.55"));
        assertThat(number(figures, "pue")).isBetween(new BigDecimal("1.56"), new BigDecimal("1.57"));
        assertThat(figures.containsKey("greenElectricityConsume")).isFalse();
        assertThat(figures.getJsonObject("asOf").keySet())
                .containsExactlyInAnyOrder("electricityConsume", "pue", "wue");
        assertThat(figures.getJsonObject("asOf").getString("wue")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(figures.getJsonArray("estimated")).isEmpty();
        assertThat(reporter.calls
                        .get(NOW + "?centerName=" + URLEncoder.encode(centerName, StandardCharsets.UTF_8))
                        .data())
                .isEqualTo(figures);

        assertThat(sumOfHours(total, now.minus(Duration.ofMinutes(70)), now)).isEqualByComparingTo("14.625");
        // Late: what was spread before has its own time now.
        push(total, reading(-40, "1012")).expect(200);
        assertThat(number(figures(), "electricityConsume")).isBetween(new BigDecimal("10.6"), new BigDecimal("10.7"));
        assertThat(sumOfHours(total, now.minus(Duration.ofMinutes(70)), now)).isEqualByComparingTo("14.625");
    }

    @Test
    void someThousandReadingsComeInOneCallAndOnce() {
        String meter = opened("GREEN_ELECTRICITY");
        JsonArrayBuilder many = Json.createArrayBuilder();
        IntStream.range(0, 5000).forEach(i -> many.add(reading(i - 5000, i + ".125")));
        String body = many.build().toString();
        JsonObject receipt = operator.post(OWN + "meters/" + meter + "/readings", body)
                .expect(200)
                .json();
        assertThat(receipt.getInt("taken")).isEqualTo(5000);
        receipt = operator.post(OWN + "meters/" + meter + "/readings", body)
                .expect(200)
                .json();
        assertThat(receipt.getInt("known")).isEqualTo(5000);
        assertThat(sumOfHours(meter, now.minus(Duration.ofMinutes(5000)), now.minus(Duration.ofMinutes(1))))
                .isEqualByComparingTo("4999");
        assertThat(number(figures(), "greenElectricityConsume")).isEqualByComparingTo("60");
    }

    @Test
    void whatIsOddOrForeignIsRefusedAndChangesNothing() {
        String meter = opened("TOTAL_ELECTRICITY");
        push(meter, reading(0, "7")).expect(200);
        assertThat(push(meter, reading(-1, "6"), reading(0, "7.001")).failure()).isEqualTo("reading-differs");
        assertThat(push(meter, reading(-1, "6"), reading(60, "8")).failure()).isEqualTo("member-invalid");
        assertThat(push(meter, reading(-1, "6"), reading(-2, "-5")).failure()).isEqualTo("member-invalid");
        assertThat(push(meter, reading(-1, "6"), Json.createObjectBuilder().build())
                        .failure())
                .isEqualTo("member-missing");
        assertThat(operator.post(OWN + "meters/" + meter + "/readings", "[]").failure())
                .isEqualTo("member-invalid");
        assertThat(operator.post(OWN + "meters/" + meter + "/readings", "[{\"at\":\"soon\",\"value\":\"1\"}]")
                        .failure())
                .isEqualTo("member-type");
        JsonObject receipt = push(meter, reading(-1, "6.5")).expect(200).json();
        assertThat(receipt.getInt("taken")).isEqualTo(1);

        Visitor stranger = platform.as(new Reporter(platform).token);
        assertThat(stranger.get(OWN + "centers/" + center + "/meters").failure())
                .isEqualTo("reported-center-unknown");
        assertThat(stranger.get(OWN + "meters/" + meter + "/hours?from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z")
                        .failure())
                .isEqualTo("meter-unknown");
        Visitor provider = platform.as(reporter.token);
        assertThat(provider.post(OWN + "centers/" + center + "/meters", meter("x", "WATER"))
                        .status())
                .isEqualTo(403);
        assertThat(operator.post(OWN + "centers/" + center + "/meters", meter(meter, "WATER"))
                        .failure())
                .isEqualTo("meter-exists");
        assertThat(operator.get(OWN + "centers/x/meters").failure()).isEqualTo("member-type");

        assertThat(operator.delete(OWN + "centers/" + center + "/meters/" + meter)
                        .expect(200)
                        .json()
                        .containsKey("retiredAt"))
                .isTrue();
        assertThat(push(meter, reading(4, "8")).failure()).isEqualTo("meter-retired");
        assertThat(operator.get(OWN + "centers/" + center + "/meters")
                        .expect(200)
                        .text())
                .contains("\"retiredAt\"");

        refused(reporter.calls.get(NOW), 400, 10005, "centerId");
        refused(reporter.calls.get(NOW + "?centerId=" + center + "&centerName=x"), 400, 99999, "centerName");
        refused(reporter.calls.get(NOW + "?centerId=x"), 400, 10004, "centerId");
        refused(new Signer(stranger).get(NOW + "?centerId=" + center), 404, 99999, "centerId");
        refused(stranger.get(NOW + "?centerId=" + center), 400, 10006, "sign");
    }

    private String opened(String kind) {
        String code = reporter.freshName("m-");
        operator.post(OWN + "centers/" + center + "/meters", meter(code, kind)).expect(200);
        return code;
    }

    private static JsonObject meter(String code, String kind) {
        return Json.createObjectBuilder().add("code", code).add("kind", kind).build();
    }

    private Answer push(String meter, JsonObject... readings) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        for (JsonObject reading : readings) {
            all.add(reading);
        }
        return platform.as(reporter.token)
                .post(OWN + "meters/" + meter + "/readings", all.build().toString());
    }

    private JsonObject reading(int minutes, String value) {
        return Json.createObjectBuilder()
                .add("at", now.plus(Duration.ofMinutes(minutes)).toString())
                .add("value", value)
                .build();
    }

    private JsonObject figures() {
        return reporter.calls.get(NOW + "?centerId=" + center).data();
    }

    private BigDecimal sumOfHours(String meter, Instant from, Instant to) {
        String hours = operator.get(OWN + "meters/" + meter + "/hours?from=" + from + "&to=" + to)
                .expect(200)
                .text();
        try (var reader = Json.createReader(new StringReader(hours))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(hour -> number(hour, "amount"))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    private static BigDecimal number(JsonObject object, String member) {
        return object.getJsonNumber(member).bigDecimalValue();
    }
}
