package org.computility.runtime.media.synthetic;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import org.computility.runtime.media.Box;

/**
 * What a synthetic video shows: a still background with a little noise, brown patches that never move, and things that
 * come, move evenly and go. The scene is the truth that detections are compared with.
 *
 * @param name also the name of its file, without extension
 * @param seconds length of the clip
 * @param noise largest random change of a pixel's brightness, 0 to 255
 */
public record Scene(String name, int seconds, int noise, List<Patch> patches, List<Thing> things) {

    /** The colour of a patch of bare soil. */
    public static final Color SOIL = new Color(139, 101, 60);

    /** An unmoving area of a colour. */
    public record Patch(Box box, Color color) {}

    /**
     * A rectangle that is there from one second to another and moves on a straight line meanwhile.
     *
     * @param from box at its first second
     * @param to box at its last second, of the same size
     */
    public record Thing(double begin, double end, Box from, Box to, Color color) {

        /** Where it is then, if it is there. */
        public Optional<Box> at(double second) {
            if (second < begin || second >= end) {
                return Optional.empty();
            }
            double way = (second - begin) / (end - begin);
            return Optional.of(new Box(
                    from.x() + way * (to.x() - from.x()),
                    from.y() + way * (to.y() - from.y()),
                    from.width(),
                    from.height()));
        }
    }

    public Scene {
        patches = List.copyOf(patches);
        things = List.copyOf(things);
    }

    /** Boxes of the things that are there at that second of the clip. */
    public List<Box> boxesAt(double second) {
        return things.stream().flatMap(t -> t.at(second).stream()).toList();
    }

    /** The share of the picture that is bare soil, things in front of it left aside; patches must not overlap. */
    public double soilShare() {
        return patches.stream()
                .filter(p -> p.color().equals(SOIL))
                .mapToDouble(p -> p.box().width() * p.box().height())
                .sum();
    }
}
