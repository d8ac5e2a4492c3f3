package org.computility.demo.stage;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the newcomer sees: numbered steps, notes below them, tables. */
public final class Screen {

    private final PrintStream out;
    private final long begin = System.nanoTime();
    private int steps;

    public Screen(PrintStream out) {
        this.out = out;
    }

    public void title(String text) {
        out.println();
        out.println("  " + text);
        out.println("  " + "=".repeat(text.length()));
    }

    /** Begins a step. */
    public void step(String text) {
        steps++;
        long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds();
        out.println();
        out.println(String.format(Locale.ROOT, "  %d. %s   [%d:%02d]", steps, text, seconds / 60, seconds % 60));
    }

    /** Something that happened in the present step. */
    public void note(String text) {
        out.println("     " + text);
    }

    /** A table; the first row is its head. All rows have the same number of cells. */
    public void table(List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        out.println();
        for (int row = 0; row < rows.size(); row++) {
            line(rows.get(row), widths);
            if (row == 0) {
                line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths);
            }
        }
    }

    private void line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("     ");
        for (int i = 0; i < widths.length; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + 2));
        }
        out.println(line.toString().stripTrailing());
    }
}
