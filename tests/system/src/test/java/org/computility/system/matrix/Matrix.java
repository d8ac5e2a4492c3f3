package org.computility.system.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.computility.system.Visitor;

/**
 * Who may do what, as people read it: a line of columns, then a line for each operation. A cell is {@code ok}, or the code of the
 * refusal; several with slashes between where somebody of the role in one organisation gets another answer than in the next.
 */
public final class Matrix {

    private static final String ALLOWED = "ok";

    private final List<List<String>> lines;

    public Matrix(String text) {
        lines = text.lines()
                .map(line -> Stream.of(line.split("\\|")).map(String::strip).toList())
                .toList();
    }

    /**
     * Somebody asks for an operation, and gets this.
     *
     * @param organisation the number of the organisation that the visitor is of
     */
    public record Case(String column, int organisation, Visitor visitor, String expected) {

        public boolean isAllowed() {
            return expected.equals(ALLOWED);
        }
    }

    public List<String> operations() {
        return lines.stream().skip(1).map(cells -> cells.get(0)).toList();
    }

    /** Everybody's answer to that operation. */
    public List<Case> cases(String operation, Crowd crowd) {
        List<String> row = lines.stream()
                .filter(cells -> cells.get(0).equals(operation))
                .findFirst()
                .orElseThrow();
        List<String> columns = lines.get(0);
        List<Case> cases = new ArrayList<>();
        for (int column = 1; column < columns.size(); column++) {
            List<Visitor> visitors = crowd.named(columns.get(column));
            String cell = row.get(column);
            List<String> expected =
                    cell.contains("/") ? List.of(cell.split("/")) : Collections.nCopies(visitors.size(), cell);
            for (int i = 0; i < visitors.size(); i++) {
                cases.add(new Case(columns.get(column), i, visitors.get(i), expected.get(i)));
            }
        }
        return cases;
    }
}
