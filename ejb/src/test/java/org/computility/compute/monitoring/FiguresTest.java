package org.computility.compute.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.Nodes.NOON;
import static org.computility.compute.Nodes.NORTH;
import static org.computility.compute.Nodes.code;
import static org.computility.compute.Nodes.register;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.computility.compute.NodeView;
import org.computility.shared.database.Sql;
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final JsonObject TOLD = Json.createObjectBuilder()
            .add("DeviceID", code(1))
            .add("HostName", "box")
            .add("IsOnline", true)
            .add("Cpu", 64)
            .build();

    private static final JsonObject OTHER = Json.createObjectBuilder()
            .add("DeviceID", code(2))
            .add("IsOnline", false)
            .add(
                    "XpuMonitors",
                    Json.createArrayBuilder().add(Json.createObjectBuilder().add("XpuType", "NVIDIA-T4")))
            .build();

    @Test
    void theLastFiguresAreKeptAndThoseOfNodesThatLeftAreNot() {
        DataSource database = TestDatabase.fresh();
        register(database, 1, NORTH, NOON);
        FiguresTable figures = new FiguresTable(database);

        figures.keep(Map.of(code(1), List.of(), code(2), List.of(TOLD)), NOON);
        figures.keep(Map.of(code(1), List.of(TOLD, OTHER)), NOON.plusSeconds(1));

        assertThat(figures.last(List.of(code(1), code(2)))).containsExactly(Map.entry(code(1), List.of(TOLD, OTHER)));
    }

    @Test
    void theFiguresThatOneMachineLeftBeforeAreReadAsThoseOfOneMachine() {
        DataSource database = TestDatabase.fresh();
        register(database, 1, NORTH, NOON);
        FiguresTable figures = new FiguresTable(database);
        figures.keep(Map.of(code(1), List.of(TOLD)), NOON);

        new Sql(database).update("UPDATE compute_figures SET figures = figures -> 0");

        assertThat(figures.last(List.of(code(1)))).containsExactly(Map.entry(code(1), List.of(TOLD)));
    }

    @Test
    void everyMachineOfANodeIsShownAsTheNodeTellsOfIt() {
        List<JsonObject> shown =
                ComputeMonitoring.info(node(true), List.of(TOLD, OTHER)).deviceInfos();

        assertThat(shown).extracting(machine -> machine.getString("DeviceID")).containsExactly(code(1), code(2));
        assertThat(shown).extracting(machine -> machine.getBoolean("IsOnline")).containsExactly(true, false);
        assertThat(shown.get(1)).doesNotContainKey("IP");
        assertThat(ComputeMonitoring.info(node(false), List.of(TOLD, OTHER)).deviceInfos())
                .extracting(machine -> machine.getBoolean("IsOnline"))
                .containsExactly(false, false);
        assertThat(ComputeMonitoring.cards(List.of(TOLD, OTHER))).containsExactly("NVIDIA-T4");
    }

    @Test
    void whetherANodeIsOnlineIsThePlatformsToSay() {
        JsonObject shown =
                ComputeMonitoring.info(node(false), List.of(TOLD)).deviceInfos().get(0);

        assertThat(shown.getBoolean("IsOnline")).isFalse();
        assertThat(shown.getInt("Cpu")).isEqualTo(64);
        assertThat(shown.getString("IP")).isEqualTo("10.0.0.1");
    }

    @Test
    void aNodeThatNeverSaidAnythingShowsNoInventedFigure() {
        JsonObject shown =
                ComputeMonitoring.info(node(true), null).deviceInfos().get(0);

        assertThat(shown.keySet()).containsExactlyInAnyOrder("DeviceID", "IP", "IsOnline");
    }

    private static NodeView node(boolean online) {
        return new NodeView(code(1), "CAP", "10.0.0.1", 8001, online, true, NORTH, NOON, NOON);
    }
}
