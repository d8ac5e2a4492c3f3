package org.computility.federation.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.lower.KnownLower;
import org.computility.reporting.live.Load;
import org.computility.reporting.live.OperationsElsewhere;
import org.computility.reporting.live.Scale;
import org.computility.reporting.sources.SourceKind;
import org.computility.shared.NoSettings;
import org.computility.shared.StandardTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is read of tables B.1-3 and B.2-3 of other platforms. */
class ToldAnswersTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final KnownLower LOWER = new KnownLower("gansu", "甘肃", new PlatformAddress(1, "http://g", "n", "p"));

    @BeforeAll
    static void zone() {
        NoSettings.use();
    }

    @Test
    void figuresHaveTheAgeThatItTells() {
        JsonObject data = json("""
            {"load":{"computingUtilization":62.5,"jobsRunning":3},"scale":{"total":{"cores":128}},"age":9,"partial":true,
            "sources":[{"kind":"CENTER","id":"c","answered":false,"reason":"down","age":60,"load":{},"scale":{}},{"kind":"MOON"},7]}\
            """);
        OperationsElsewhere told = ToldOperations.of(LOWER, new LowerAnswer(data, NOW, null));
        assertThat(told.partial()).isTrue();
        assertThat(told.platform().asOf()).isEqualTo(NOW.minusSeconds(9));
        assertThat(told.platform().load().computingUtilization()).isEqualByComparingTo("62.5");
        assertThat(told.platform().load().jobsRunning()).isEqualTo(3);
        assertThat(told.platform().load().jobsWaiting()).isNull();
        assertThat(told.platform().scale().total().cores()).isEqualByComparingTo("128");
        assertThat(told.sources()).singleElement().satisfies(source -> {
            assertThat(source.source().kind()).isEqualTo(SourceKind.CENTER);
            assertThat(source.answered()).isFalse();
            assertThat(source.reason()).isEqualTo("down");
            assertThat(source.asOf()).isEqualTo(NOW.minusSeconds(60));
        });
    }

    @Test
    void whoNeverAnsweredToldNothing() {
        OperationsElsewhere told = ToldOperations.of(LOWER, new LowerAnswer(null, null, "is away"));
        assertThat(told.platform().answered()).isFalse();
        assertThat(told.platform().reason()).isEqualTo("is away");
        assertThat(told.platform().asOf()).isNull();
        assertThat(told.platform().load()).isEqualTo(Load.UNKNOWN);
        assertThat(told.platform().scale()).isEqualTo(Scale.UNKNOWN);
        assertThat(ToldHour.of(null, "is away", NOW).figures().pue()).isNull();
    }

    @Test
    void figuresOfAnHourThatIsLongOverOrOfNoHourAreNoneOfNow() {
        JsonObject data = json("{\"electricityConsume\":5200.5,\"pue\":1.25,\"wue\":0.4,\"greenElectricityConsume\":1,"
                + "\"asOf\":{\"electricityConsume\":\"" + StandardTime.seconds(NOW.minusSeconds(60)) + "\",\"pue\":\""
                + StandardTime.seconds(NOW.minusSeconds(7201))
                + "\",\"wue\":7},\"estimated\":[\"electricityConsume\"]}");
        var told = ToldHour.of(data, null, NOW).figures();
        assertThat(told.electricity().value()).isEqualByComparingTo("5200.5");
        assertThat(told.electricity().asOf()).isEqualTo(NOW.minusSeconds(60));
        assertThat(told.electricity().estimated()).isTrue();
        assertThat(told.pue()).isNull();
        assertThat(told.wue()).isNull();
        assertThat(told.green()).isNull();
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
