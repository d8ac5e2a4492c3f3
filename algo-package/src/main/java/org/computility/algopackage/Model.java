package org.computility.algopackage;

import java.util.List;

/**
 * A graph file of the package and how to feed it.
 *
 * @param file name inside the package
 * @param input the tensor that takes a frame: unsigned bytes, {@code [height, width, 3]}, RGB
 * @param width of that frame in pixels
 * @param height of that frame in pixels
 * @param state outputs that are fed back as inputs with the next frame of the same stream
 * @param longestGap seconds of the stream that a runtime may leave out before the state is worth nothing and begins anew;
 *     {@link #ANY_GAP} when it stays good
 * @param output what the runtime reads: a grid, or scores of classes
 */
public record Model(
        String file, String input, int width, int height, List<State> state, double longestGap, Output output) {

    /** A state that stays good however many frames are left out. */
    public static final double ANY_GAP = Double.POSITIVE_INFINITY;

    /**
     * A tensor carried from frame to frame; zeros before the first.
     *
     * @param input where it goes in
     * @param output where it comes out
     */
    public record State(String input, String output) {}

    /** What a graph answers, and what it means. */
    public sealed interface Output permits Grid, Scores {

        /** The tensor that is read; floats. */
        String tensor();

        /** How many floats those are along each extent; extents of 1 do not count. */
        List<Integer> extents();

        /** Frames at the beginning of a stream that say nothing yet. */
        int settleFrames();

        /** All its floats. */
        default int size() {
            return extents().stream().reduce(1, Math::multiplyExact);
        }
    }

    /**
     * A grid of cells, each with the share (0 to 1) of its pixels that show what the algorithm looks for.
     *
     * @param tensor floats, {@code rows × columns} of them, row by row
     * @param measure the name of the share in results
     * @param cellThreshold a cell at least this full counts as showing it
     * @param alertThreshold an area at least this full is worth an alert, unless the task says otherwise
     * @param settleFrames frames at the beginning of a stream that say nothing yet
     */
    public record Grid(
            String tensor,
            int columns,
            int rows,
            String measure,
            double cellThreshold,
            double alertThreshold,
            int settleFrames)
            implements Output {

        @Override
        public List<Integer> extents() {
            return List.of(rows, columns);
        }
    }

    /**
     * Scores (0 to 1) of classes: what the picture shows is the class of the highest. The graph is given one area after the other,
     * each as a picture of its own, so it has no state.
     *
     * @param tensor floats, one for each class in their order
     * @param classes their names, two or more
     */
    public record Scores(String tensor, List<String> classes) implements Output {

        public Scores {
            classes = List.copyOf(classes);
        }

        @Override
        public List<Integer> extents() {
            return List.of(classes.size());
        }

        @Override
        public int settleFrames() {
            return 0;
        }
    }

    public Model {
        state = List.copyOf(state);
    }

    /** Whether its state begins anew where too many frames were left out. */
    public boolean forgetsOverGaps() {
        return longestGap < ANY_GAP;
    }
}
