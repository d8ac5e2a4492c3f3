package org.computility.runtime.media.synthetic;

import java.awt.Color;
import java.util.List;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene.Patch;
import org.computility.runtime.media.synthetic.Scene.Thing;

/** Six cameras that see different things; each clip lasts 12 seconds, so that it covers a turn of 10 with time to connect. */
public final class DemoScenes {

    private static final int SECONDS = 12;
    private static final Color WHITE = new Color(235, 235, 235);
    private static final Color BLUE = new Color(40, 60, 200);

    private DemoScenes() {}

    /** All six, in order; their names differ. */
    public static List<Scene> all() {
        return List.of(crossing(), dropping(), twoWays(), lateVisitor(), quarry(), quiet());
    }

    /** A thing crosses from left to right, from second 1 to second 9. */
    public static Scene crossing() {
        return new Scene("crossing", SECONDS, 3, List.of(), List.of(thing(1, 9, 0.05, 0.40, 0.85, 0.40, WHITE)));
    }

    /** A thing sinks on the left from second 2 to second 8. */
    public static Scene dropping() {
        return new Scene("dropping", SECONDS, 3, List.of(), List.of(thing(2, 8, 0.20, 0.05, 0.20, 0.80, BLUE)));
    }

    /** Two things at once: one rises on the right, one goes left at the bottom, from second 1 to second 8. */
    public static Scene twoWays() {
        return new Scene(
                "two-ways",
                SECONDS,
                3,
                List.of(),
                List.of(thing(1, 8, 0.80, 0.75, 0.80, 0.10, WHITE), thing(1, 8, 0.60, 0.80, 0.10, 0.80, BLUE)));
    }

    /** Nothing until second 5; then a thing goes right in the upper half until second 9. */
    public static Scene lateVisitor() {
        return new Scene("late-visitor", SECONDS, 3, List.of(), List.of(thing(5, 9, 0.30, 0.15, 0.75, 0.25, WHITE)));
    }

    /** Three tenths of the picture are bare soil, and a thing passes above it from second 3 to second 7. */
    public static Scene quarry() {
        return new Scene(
                "quarry",
                SECONDS,
                3,
                List.of(new Patch(new Box(0.0, 0.5, 0.6, 0.5), Scene.SOIL)),
                List.of(thing(3, 7, 0.10, 0.15, 0.70, 0.15, WHITE)));
    }

    /** Nothing moves; a fifth of the picture is bare soil. */
    public static Scene quiet() {
        return new Scene("quiet", SECONDS, 3, List.of(new Patch(new Box(0.5, 0.2, 0.4, 0.5), Scene.SOIL)), List.of());
    }

    private static Thing thing(double begin, double end, double x, double y, double toX, double toY, Color color) {
        return new Thing(begin, end, new Box(x, y, 0.08, 0.12), new Box(toX, toY, 0.08, 0.12), color);
    }
}
