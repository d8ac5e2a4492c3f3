package org.computility.system.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * Three platforms, one national, one of a region, one of a third party (TC609 clause 5): links are cut and servers killed while
 * reports go up, and all end with equal books.
 */
@InTurn
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "starts servers")
class ThreeTiersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final List<String> MONTHS = List.of("2025-07", "2025-08", "2025-09", "2025-10");

    private final ServerUnderTest server;

    ThreeTiersIT(ServerUnderTest server) {
        this.server = server;
    }

    @Test
    void booksAreEqualAfterCutsAndKills() {
        try (Tier nation = new Tier(server, "nation", "NATIONAL");
                Tier region = new Tier(server, "region", "REGIONAL");
                Tier third = new Tier(server, "third", "THIRD_PARTY")) {
            CompletableFuture.allOf(Stream.of(nation, region, third)
                            .map(tier -> CompletableFuture.runAsync(tier::start))
                            .toArray(CompletableFuture[]::new))
                    .join();
            try (Link regionUp = new Link(nation.platform().baseUri());
                    Link thirdUp = new Link(nation.platform().baseUri());
                    Link regionDown = new Link(region.platform().baseUri())) {
                Platform.Account gansu = account(nation);
                region.reportBy(regionUp, gansu);
                third.reportBy(thirdUp, account(nation));
                nation.askBy(regionDown, region, gansu, "gansu");
                String asked = report(region, "定西", "武威").get(0);
                report(third, "张掖", "金昌");

                pushThroughACut(region, regionUp);
                pushThroughAKill(nation, third);
                assertThat(region.ended(region.begin("push-reports"))).isEqualTo("COMPLETED");

                Map<String, String> all = new HashMap<>(region.reports());
                all.putAll(third.reports());
                assertThat(all).hasSize(4 * MONTHS.size());
                assertThat(nation.reports()).isEqualTo(all);
                assertThat(nation.knownStates()).as("each report once").isEqualTo(all.size());
                assertThat(region.comparesEqual()).isTrue();
                assertThat(third.comparesEqual()).isTrue();
                askThroughACut(nation, asked, regionDown);
            }
        }
    }

    /** The link goes down while the run tells; after it, the next run goes on. */
    private static void pushThroughACut(Tier lower, Link up) {
        up.cut();
        assertThat(lower.ended(lower.begin("push-reports"))).isEqualTo("FAILED");
        up.mend();
        String run = lower.begin("push-reports");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !told(lower).isEmpty());
        up.cut();
        assertThat(lower.ended(run)).isIn("FAILED", "COMPLETED");
        up.mend();
    }

    /** Both servers die, the upper one while it is told, the lower one after it. */
    private static void pushThroughAKill(Tier upper, Tier lower) {
        String run = lower.begin("push-reports");
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !told(lower).isEmpty());
        upper.kill();
        assertThat(lower.ended(run)).isIn("FAILED", "COMPLETED");
        lower.kill();
        CompletableFuture.allOf(CompletableFuture.runAsync(upper::start), CompletableFuture.runAsync(lower::start))
                .join();
        assertThat(lower.ended(lower.begin("push-reports"))).isEqualTo("COMPLETED");
    }

    /** What a center does now the nation asks of the region; without the link it says so. */
    private static void askThroughACut(Tier nation, String name, Link down) {
        JsonObject told = row(nation, name);
        assertThat(told.getString("kind")).isEqualTo("PLATFORM");
        assertThat(told.getBoolean("answered")).as("%s", told).isTrue();
        down.cut();
        JsonObject silent = await().atMost(PATIENCE).until(() -> row(nation, name), row -> !row.getBoolean("answered"));
        assertThat(silent.getString("reason")).isNotBlank();
        down.mend();
        await().atMost(PATIENCE).until(() -> row(nation, name).getBoolean("answered"));
    }

    private static JsonObject row(Tier nation, String name) {
        int id = new Signer(nation.admin())
                .get("api/computePowerCenter").data().getJsonArray("datalist").getValuesAs(JsonObject.class).stream()
                        .filter(center -> center.getString("name").equals(name))
                        .findFirst()
                        .orElseThrow()
                        .getInt("id");
        return new Signer(nation.admin())
                .get("api/queryOperationalData?centerId=" + id)
                .data()
                .getJsonArray("sources")
                .getJsonObject(0);
    }

    private static List<JsonObject> told(Tier lower) {
        return lower.admin()
                .get("platform/v1/federation/reports")
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private static Platform.Account account(Tier upper) {
        return upper.platform().account(upper.platform().freshOrganisation(), "PLATFORM");
    }

    /** Centers that somebody reports there, each with its months; their names. */
    private static List<String> report(Tier tier, String... places) {
        Reporter reporter = new Reporter(tier.platform());
        return Stream.of(places)
                .map(place -> {
                    String name = place + "智算中心";
                    int center = reporter.center(name, "");
                    MONTHS.forEach(month -> reporter.calls
                            .post("api/monthReport", month(center, month))
                            .expect(200));
                    return name;
                })
                .toList();
    }

    private static JsonObject month(int center, String month) {
        return Json.createObjectBuilder()
                .add("centerId", center)
                .add("reportMonth", month)
                .add("supply", Json.createObjectBuilder().add("standardRacks", 1000 + center))
                .add("application", Json.createObjectBuilder().add("jobCount", 7))
                .add("power", Json.createObjectBuilder().add("pue", Json.createValue(1.2)))
                .add("security", Json.createObjectBuilder())
                .build();
    }
}
