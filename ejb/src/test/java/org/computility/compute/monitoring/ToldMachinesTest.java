package org.computility.compute.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldMachinesTest {

    @Test
    void machinesAndTheirCardsAreRead() {
        String figures = """
                [{"HostName": "box", "OS": "Linux", "Cpu": 64, "CpuUtilization": 0.25, "Memory": 128,
                  "XpuMonitors": [{"XpuType": "NVIDIA-T4", "XpuMemory": 16, "XpuUtilization": 0.5}]}, {}]""";

        List<Machine> machines = ToldMachines.in(figures);

        assertThat(machines).hasSize(2);
        assertThat(machines.get(0).name()).isEqualTo("box");
        assertThat(machines.get(0).cores()).isEqualTo(64);
        assertThat(machines.get(0).memoryUsed()).isNull();
        assertThat(machines.get(0).cards()).containsExactly(new Card("NVIDIA-T4", 16.0, null, 0.5));
    }

    @Test
    void whatIsNotOfTheStandardsKindIsLeftOut() {
        assertThat(ToldMachines.in("{\"HostName\": 7, \"Cpu\": \"many\", \"XpuMonitors\": {}}"))
                .containsExactly(new Machine(null, null, null, null, null, null, null, null, null, List.of()));
        assertThat(ToldMachines.in("{\"Cpu\": 1e400, \"Memory\": 1e5000}"))
                .containsExactly(new Machine(null, null, null, null, null, null, null, null, null, List.of()));
        assertThat(ToldMachines.in("[7, \"box\"]")).isEmpty();
        assertThat(ToldMachines.in(null)).isEmpty();
    }

    @Test
    void servicesAreReadAsFarAsTheyAreTold() {
        ComputeFigures kept = new ComputeFigures() {
            @Override
            String code() {
                return "11010800005050000001";
            }

            @Override
            List<JsonObject> machines() {
                return new FiguresColumn().convertToEntityAttribute("""
                        [{"AlgoServiceMonitors": [{"AlgoServiceID": "s", "XpuType": "NVIDIA-T4", "XpuMemory": 16, "XpuMemoryUsed": 5.0,
                          "XpuUtilization": 0.25}, 7, {"XpuMemory": "much"}]}, {"AlgoServiceMonitors": {}}, {}]""");
            }
        };

        assertThat(ToldMachines.services(kept))
                .containsExactly(
                        new ToldService("11010800005050000001", "s", "NVIDIA-T4", 16.0, 5.0, 0.25, null),
                        new ToldService("11010800005050000001", null, null, null, null, null, null));
    }
}
