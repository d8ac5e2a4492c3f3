package org.computility.runtime.tasks.rules;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.computility.algopackage.Model;
import org.computility.runtime.media.Box;

/** How much of each cell of a grid belongs to an area less the masks, and what the grid's shares mean there. */
public final class AreaCells {

    private static final int SAMPLES = 8;

    private final int columns;
    private final int rows;
    private final double[] weights;
    private final double total;

    public AreaCells(Model.Grid grid, Polygon area, List<Polygon> masks) {
        this.columns = grid.columns();
        this.rows = grid.rows();
        this.weights = new double[columns * rows];
        Path2D inside = area.shape();
        List<Path2D> outside = masks.stream().map(Polygon::shape).toList();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = coverage(i % columns, i / columns, inside, outside);
            sum += weights[i];
        }
        this.total = sum;
    }

    private double coverage(int column, int row, Path2D inside, List<Path2D> outside) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = (column + (i % SAMPLES + 0.5) / SAMPLES) / columns;
            double y = (row + (Math.floorDiv(i, SAMPLES) + 0.5) / SAMPLES) / rows;
            if (inside.contains(x, y) && outside.stream().noneMatch(mask -> mask.contains(x, y))) {
                hits++;
            }
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    /** The mean share over the area; 0 where the masks leave nothing of it. */
    public double share(float[] cells) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * cells[i];
        }
        return total == 0 ? 0 : sum / total;
    }

    /** The fullest cell; only cells that lie mostly in the area count. */
    public double peak(float[] cells) {
        double peak = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] >= 0.5) {
                peak = Math.max(peak, cells[i]);
            }
        }
        return Math.min(1, peak);
    }

    /** One box around each group of touching cells that are at least that full and lie mostly in the area. */
    public List<Box> boxes(float[] cells, double threshold) {
        boolean[] open = new boolean[weights.length];
        for (int i = 0; i < open.length; i++) {
            open[i] = weights[i] >= 0.5 && cells[i] >= threshold;
        }
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                boxes.add(box(open, i));
            }
        }
        return boxes;
    }

    private Box box(boolean[] open, int start) {
        int left = columns;
        int right = 0;
        int top = rows;
        int bottom = 0;
        Deque<Integer> border = new ArrayDeque<>(List.of(start));
        open[start] = false;
        while (!border.isEmpty()) {
            int cell = border.pop();
            int column = cell % columns;
            int row = cell / columns;
            left = Math.min(left, column);
            right = Math.max(right, column + 1);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row + 1);
            for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                    if (open[y * columns + x]) {
                        open[y * columns + x] = false;
                        border.push(y * columns + x);
                    }
                }
            }
        }
        return new Box(
                (double) left / columns,
                (double) top / rows,
                (double) (right - left) / columns,
                (double) (bottom - top) / rows);
    }
}
