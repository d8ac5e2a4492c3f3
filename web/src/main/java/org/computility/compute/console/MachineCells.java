package org.computility.compute.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.computility.compute.monitoring.Card;
import org.computility.compute.monitoring.Machine;

/**
 * The machines of a node in words, as cells of the node: {@code machine0.memory}, {@code machine0.card1.use}. Cards of one
 * machine have no names in the standard, so their places count.
 */
final class MachineCells {

    private MachineCells() {}

    static Map<String, String> of(List<Machine> machines) {
        Map<String, String> cells = new HashMap<>();
        for (int number = 0; number < machines.size(); number++) {
            put(cells, "machine" + number + ".", machines.get(number));
        }
        return cells;
    }

    /** The beginnings of the machines' cell names, one for each machine. */
    static List<String> prefixes(List<Machine> machines) {
        return numbered("machine", machines.size());
    }

    /** The beginnings of the cards' cell names, by the beginnings of their machine. */
    static Map<String, List<String>> cardPrefixes(List<Machine> machines) {
        Map<String, List<String>> prefixes = new HashMap<>();
        for (int number = 0; number < machines.size(); number++) {
            String machine = "machine" + number + ".";
            prefixes.put(
                    machine,
                    numbered(machine + "card", machines.get(number).cards().size()));
        }
        return prefixes;
    }

    private static List<String> numbered(String what, int count) {
        return IntStream.range(0, count).mapToObj(number -> what + number + ".").toList();
    }

    private static void put(Map<String, String> cells, String prefix, Machine machine) {
        cells.put(prefix + "name", text(machine.name()));
        cells.put(prefix + "system", text(machine.system()));
        cells.put(prefix + "processor", processor(machine));
        cells.put(prefix + "use", Figures.percentWithSign(Figures.share(machine.utilization())));
        cells.put(prefix + "usePercent", Figures.percent(Figures.share(machine.utilization())));
        cells.put(prefix + "memory", Figures.ofGibibytes(machine.memoryUsed(), machine.memory()));
        cells.put(prefix + "memoryPercent", Figures.percent(Figures.share(machine.memoryUsed(), machine.memory())));
        cells.put(prefix + "disk", Figures.ofGibibytes(machine.diskUsed(), machine.disk()));
        cells.put(prefix + "diskPercent", Figures.percent(Figures.share(machine.diskUsed(), machine.disk())));
        for (int number = 0; number < machine.cards().size(); number++) {
            put(cells, prefix + "card" + number + ".", machine.cards().get(number));
        }
    }

    private static void put(Map<String, String> cells, String prefix, Card card) {
        cells.put(prefix + "type", text(card.type()));
        cells.put(prefix + "use", Figures.percentWithSign(Figures.share(card.utilization())));
        cells.put(prefix + "usePercent", Figures.percent(Figures.share(card.utilization())));
        cells.put(prefix + "memory", Figures.ofGibibytes(card.memoryUsed(), card.memory()));
        cells.put(prefix + "memoryPercent", Figures.percent(Figures.share(card.memoryUsed(), card.memory())));
    }

    private static String processor(Machine machine) {
        String cores = machine.cores() == null ? "" : Long.toString(Math.round(machine.cores()));
        String type = text(machine.processor());
        return cores.isEmpty() || type.isEmpty() ? cores + type : cores + " × " + type;
    }

    private static String text(String told) {
        return told == null ? "" : told;
    }
}
