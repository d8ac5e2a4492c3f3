package org.computility.compute.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.computility.compute.NodeView;
import org.computility.compute.console.ServiceTallies.Tally;
import org.computility.compute.monitoring.Machine;
import org.computility.compute.monitoring.NodePicture;
import org.computility.shared.console.Moments;
import org.computility.shared.console.ShownRow;
import org.computility.shared.console.Texts;
import org.computility.shared.console.live.LiveRow;

/** A node in words. The load of an offline node is unknown, whatever it told before. */
record NodeCells(NodePicture picture, Tally services) implements LiveRow {

    String key() {
        return picture.node().code();
    }

    @Override
    public UUID organisationId() {
        return picture.node().organisationId();
    }

    @Override
    public Map<String, String> cells(Texts texts) {
        NodeView node = picture.node();
        String state = node.online() ? "ONLINE" : "OFFLINE";
        Map<String, String> cells = new HashMap<>(MachineCells.of(picture.machines()));
        cells.put("state", state);
        cells.put("status", texts.of("nodes.state." + state));
        cells.put("type", texts.of("nodes.type." + node.type(), node.type()));
        cells.put("address", node.host() + ":" + node.port());
        cells.put("registered", Moments.text(node.registeredAt()));
        cells.put("seen", Moments.text(node.lastSeenAt()));
        cells.put("told", picture.toldAt() == null ? "" : texts.format("node.told", Moments.text(picture.toldAt())));
        cells.put("services", texts.format("nodes.services.count", services.all()));
        cells.put("failed", services.failed() == 0 ? "" : texts.format("nodes.services.failed", services.failed()));
        putLoad(cells);
        return cells;
    }

    ShownRow in(Texts texts) {
        return new ShownRow(key(), cells(texts));
    }

    private void putLoad(Map<String, String> cells) {
        List<Machine> known = picture.node().online() ? picture.machines() : List.of();
        OptionalDouble processor = Figures.mean(known.stream(), machine -> Figures.share(machine.utilization()));
        OptionalDouble memory =
                Figures.mean(known.stream(), machine -> Figures.share(machine.memoryUsed(), machine.memory()));
        OptionalDouble cards = Figures.mean(Figures.cards(known.stream()), card -> Figures.share(card.utilization()));
        cells.put("processor", Figures.percentWithSign(processor));
        cells.put("processorPercent", Figures.percent(processor));
        cells.put("memory", Figures.percentWithSign(memory));
        cells.put("memoryPercent", Figures.percent(memory));
        cells.put("cards", Figures.kinds(Figures.cards(picture.machines().stream())));
        cells.put("cardUse", Figures.percentWithSign(cards));
        cells.put("cardUsePercent", Figures.percent(cards));
    }
}
