package org.computility.system.results;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Four results, a minute apart and different in all that a search may ask for: each filter finds its own. */
@OnTheServer
@InTurn
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResultSearchIT {

    private static final Instant FIRST =
            Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(1));

    private Findings findings;
    private FakeNode other;
    private long otherPlan;
    private String otherInstance;

    @BeforeAll
    void deliver(Platform platform) {
        findings = new Findings(platform);
        other = findings.workshop().addNode();
        otherPlan = findings.workshop().create(findings.workshop().periodic(1));
        otherInstance = findings.instanceOf(otherPlan);
        findings.deliver(
                        result(0).add("deviceId", "camera-0").build(),
                        result(1).add("algoDefCode", "SECOND").build(),
                        result(2).add("taskInstanceId", otherInstance).build())
                .expect(200);
        findings.deliver(other, result(3).add("computeCode", other.code()).build())
                .expect(200);
    }

    @AfterAll
    void close() {
        findings.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 3210",
        "?order=desc, 3210",
        "?order=asc, 0123",
        "?deviceId=camera-0, 0",
        "?deviceId=camera-1, ''",
        "?algoDefCode=SECOND, 1",
        "?planId=PLAN, 2",
        "?instanceId=INSTANCE, 2",
        "?computeCode=OTHER, 3",
        "?from=T2, 32",
        "?to=T2, 10",
        "?from=T1&to=T3&order=asc, 12",
        "?from=T1&algoDefCode=SECOND, 1",
        "?from=T2&algoDefCode=SECOND, ''"
    })
    void aFilterFindsItsOwn(String query, String found) {
        JsonObject page = search(query);

        assertThat(sequences(page)).isEqualTo(found);
        assertThat(page.getInt("total")).isEqualTo(found.length());
    }

    @ParameterizedTest
    @CsvSource({
        "?pageSize=3, 1, 3, 321",
        "?pageSize=3&page=2, 2, 3, 0",
        "?pageSize=3&page=3, 3, 3, ''",
        "?pageSize=2&page=2&order=asc, 2, 2, 23"
    })
    void aPageHoldsItsPart(String query, int number, int size, String found) {
        JsonObject page = search(query);

        assertThat(sequences(page)).isEqualTo(found);
        assertThat(List.of(page.getInt("page"), page.getInt("pageSize"), page.getInt("total")))
                .containsExactly(number, size, 4);
    }

    private JsonObjectBuilder result(int number) {
        return findings.result()
                .add("sequence", number)
                .add("time", minute(number))
                .add("data", Json.createObjectBuilder().add("number", number));
    }

    private static String minute(int number) {
        return FIRST.plus(Duration.ofMinutes(number)).toString();
    }

    private JsonObject search(String query) {
        String filled = query.replace("PLAN", "" + otherPlan)
                .replace("INSTANCE", otherInstance)
                .replace("OTHER", other.code());
        for (int number = 0; number < 4; number++) {
            filled = filled.replace("=T" + number, "=" + minute(number));
        }
        return findings.search(filled).expect(200).json();
    }

    private static String sequences(JsonObject page) {
        StringBuilder sequences = new StringBuilder();
        page.getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .forEach(result -> sequences.append(result.getInt("sequence")));
        return sequences.toString();
    }
}
