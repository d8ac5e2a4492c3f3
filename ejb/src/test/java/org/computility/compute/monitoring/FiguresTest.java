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
import org.computility.shared.database.TestDatabase;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final JsonObject TOLD = Json.createObjectBuilder()
            .add("DeviceID", code(1))
            .add("HostName", "box")
            .add("IsOnline", true)
            .add("Cpu", 64)
            .build();

    @Test
    void theLastFiguresAreKeptAndThoseOfNodesThatLeftAreNot() {
        DataSource database = TestDatabase.fresh();
        register(database, 1, NORTH, NOON);
        FiguresTable figures = new FiguresTable(database);

        figures.keep(Map.of(code(1), JsonObject.EMPTY_JSON_OBJECT, code(2), TOLD), NOON);
        figures.keep(Map.of(code(1), TOLD), NOON.plusSeconds(1));

        assertThat(figures.last(List.of(code(1), code(2)))).containsExactly(Map.entry(code(1), TOLD));
    }

    @Test
    void whetherANodeIsOnlineIsThePlatformsToSay() {
        JsonObject shown =
                ComputeMonitoring.info(node(false), TOLD).deviceInfos().get(0);

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
