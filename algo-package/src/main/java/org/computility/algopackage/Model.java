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
 * @param output what the runtime reads
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

    /**
     * A grid of cells, each with the share (0 to 1) of its pixels that show what the algorithm looks for.
     *
     * @param tensor floats, {@code rows × columns} of them, row by row
     * @param measure the name of the share in results
     * @param cellThreshold a cell at least this full counts as showing it
     * @param alertThreshold an area at least this full is worth an alert, unless the task says otherwise
     * @param settleFrames frames at the beginning of a stream that say nothing yet
     */
    public record Output(
            String tensor,
            int columns,
            int rows,
            String measure,
            double cellThreshold,
            double alertThreshold,
            int settleFrames) {}

    public Model {
        state = List.copyOf(state);
    }

    /** Whether its state begins anew where too many frames were left out. */
    public boolean forgetsOverGaps() {
        return longestGap < ANY_GAP;
    }
}
