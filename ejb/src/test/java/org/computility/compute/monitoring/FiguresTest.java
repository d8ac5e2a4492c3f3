package org.computility.compute.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.computility.compute.SomeNodes.NOON;
import static org.computility.compute.SomeNodes.NORTH;
import static org.computility.compute.SomeNodes.code;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.computility.compute.NodeView;
import org.computility.compute.SomeNodes;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestEntities;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.BeforeEach;
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

    private final StatelessSession session = TestEntities.session(TestDatabase.fresh());
    private final Figures figures = new Figures_(session);

    @BeforeEach
    void oneNode() {
        new SomeNodes(session).register(1, NOON);
    }

    @Test
    void theLastFiguresAreKeptAndThoseOfNodesThatLeftAreNot() {
        figures.keep(Map.of(code(1), List.of(), code(2), List.of(TOLD)), NOON);
        figures.keep(Map.of(code(1), List.of(TOLD, OTHER)), NOON.plusSeconds(1));

        assertThat(figures.last(new String[] {code(1), code(2)}))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.code()).isEqualTo(code(1));
                    assertThat(kept.machines()).containsExactly(TOLD, OTHER);
                });
    }

    @Test
    void theFiguresThatOneMachineLeftBeforeAreReadAsThoseOfOneMachine() {
        figures.keep(Map.of(code(1), List.of(TOLD)), NOON);

        session.createNativeMutationQuery("update compute_figures set figures = figures -> 0")
                .executeUpdate();

        assertThat(figures.last(new String[] {code(1)}))
                .singleElement()
                .satisfies(kept -> assertThat(kept.machines()).containsExactly(TOLD));
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
