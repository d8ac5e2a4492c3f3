package org.computility.compute.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.computility.compute.NodeView;
import org.computility.compute.console.ServiceTallies.Tally;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;
import org.computility.compute.monitoring.NodePicture;
import org.computility.shared.console.Texts;
import org.junit.jupiter.api.Test;

class NodeCellsTest {

    private static final Machine BOX = new Machine(
            "box",
            "Linux",
            "x86",
            64.0,
            0.25,
            128.0,
            32.5,
            null,
            null,
            List.of(new Card("NVIDIA-T4", 16.0, 4.0, 0.5), new Card("NVIDIA-T4", 16.0, 4.0, 0.7)));

    @Test
    void theLoadIsWhatTheMachinesTell() {
        Map<String, String> cells = cells(true, List.of(BOX), Tally.NONE);

        assertThat(cells)
                .containsEntry("status", "Online")
                .containsEntry("processor", "25%")
                .containsEntry("memoryPercent", "25")
                .containsEntry("cards", "2 × NVIDIA-T4")
                .containsEntry("cardUse", "60%")
                .containsEntry("machine0.memory", "32.5 / 128 GiB")
                .containsEntry("machine0.processor", "64 × x86")
                .containsEntry("machine0.disk", "")
                .containsEntry("machine0.card1.usePercent", "70");
    }

    @Test
    void theLoadOfAnOfflineNodeIsUnknownWhateverItTold() {
        assertThat(cells(false, List.of(BOX), Tally.NONE))
                .containsEntry("state", "OFFLINE")
                .containsEntry("processor", "")
                .containsEntry("processorPercent", "")
                .containsEntry("cards", "2 × NVIDIA-T4")
                .containsEntry("cardUse", "");
    }

    @Test
    void aMachineThatTellsOfNoMemoryAtAllHasNoShareOfIt() {
        Machine without = new Machine("box", null, null, null, null, 0.0, 0.0, null, null, List.of());

        assertThat(cells(true, List.of(without), Tally.NONE))
                .containsEntry("memory", "")
                .containsEntry("memoryPercent", "");
    }

    @Test
    void aNodeThatToldNothingHasEmptyCells() {
        assertThat(cells(true, List.of(), Tally.NONE))
                .containsEntry("processor", "")
                .containsEntry("cards", "")
                .containsEntry("services", "0")
                .containsEntry("failed", "");
    }

    @Test
    void servicesInTroubleAreTold() {
        assertThat(cells(true, List.of(), new Tally(3, 1)))
                .containsEntry("services", "3")
                .containsEntry("failed", "1 failed");
    }

    @Test
    void cardsAreFoundByTheirPlaces() {
        assertThat(MachineCells.prefixes(List.of(BOX, BOX))).containsExactly("machine0.", "machine1.");
        assertThat(MachineCells.cardPrefixes(List.of(BOX)))
                .containsExactly(Map.entry("machine0.", List.of("machine0.card0.", "machine0.card1.")));
    }

    // Without times: their zone is a setting of a running server.
    private static Map<String, String> cells(boolean online, List<Machine> machines, Tally services) {
        NodeView node = new NodeView("11010800005020000001", "CAP", "10.0.0.1", 8080, online, true, null, null, null);
        return new NodeCells(new NodePicture(node, machines, null), services).cells(Texts.in(Locale.ENGLISH));
    }
}
