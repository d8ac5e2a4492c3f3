package org.computility.demo.truth;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.Scene.Thing;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/**
 * Compares alerts of movement with the things of a scene: each thing must be noticed soon after it comes, every box must lie
 * where a thing is, and nothing may be seen where and when there is nothing.
 */
public final class MotionTruth {

    /** A box is made of cells of a 16 by 9 grid: it may be off by about one cell. */
    private static final double NEAR_X = 0.08;

    private static final double NEAR_Y = 0.12;
    private static final double SOON = 1.5;

    /** A frame's time is counted from the first frame that came, which is within one of the clip's first. */
    private static final double FRAME = 1.0 / SyntheticVideo.RATE;

    /**
     * Movement is the difference of two frames: it shows where the thing is and where it was a frame before. That frame
     * was at most this long ago, as the algorithm begins anew after a longer gap (its {@code LongestGap}).
     */
    private static final double FRAME_BEFORE = 0.2;

    private MotionTruth() {}

    public static Verdict judge(Scene scene, List<Sighting> sightings) {
        long inPlace = sightings.stream().filter(s -> inPlace(scene, s)).count();
        boolean allNoticed = scene.things().stream().allMatch(thing -> noticed(thing, sightings));
        List<String> remarks = sightings.stream()
                .filter(s -> !inPlace(scene, s))
                .map(s -> String.format(
                        Locale.ROOT, "at %.2f s seen: %s; there: %s", s.second(), s.boxes(), scene.boxesAt(s.second())))
                .toList();
        return new Verdict(allNoticed && remarks.isEmpty(), there(scene), found(sightings, inPlace), remarks);
    }

    private static boolean inPlace(Scene scene, Sighting sighting) {
        return !sighting.boxes().isEmpty()
                && sighting.boxes().stream()
                        .allMatch(
                                box -> scene.things().stream().anyMatch(thing -> isAt(thing, box, sighting.second())));
    }

    private static boolean noticed(Thing thing, List<Sighting> sightings) {
        return sightings.stream()
                .filter(s -> s.second() >= thing.begin() - FRAME && s.second() <= thing.begin() + SOON)
                .anyMatch(s -> s.boxes().stream().anyMatch(box -> isAt(thing, box, s.second())));
    }

    /** Whether the box lies where the thing is, or was a frame before. */
    private static boolean isAt(Thing thing, Box box, double second) {
        return DoubleStream.iterate(FRAME, offset -> offset > -FRAME_BEFORE - 2 * FRAME, offset -> offset - FRAME)
                .anyMatch(offset -> isNear(thing, box, second + offset));
    }

    private static boolean isNear(Thing thing, Box box, double second) {
        return thing.at(second)
                .filter(truth -> Math.abs(middle(truth.x(), truth.width()) - middle(box.x(), box.width())) <= NEAR_X)
                .filter(truth -> Math.abs(middle(truth.y(), truth.height()) - middle(box.y(), box.height())) <= NEAR_Y)
                .isPresent();
    }

    private static double middle(double begin, double length) {
        return begin + length / 2;
    }

    private static String there(Scene scene) {
        if (scene.things().isEmpty()) {
            return "nothing moves";
        }
        double begin = scene.things().stream().mapToDouble(Thing::begin).min().orElseThrow();
        double end = scene.things().stream().mapToDouble(Thing::end).max().orElseThrow();
        int count = scene.things().size();
        return String.format(Locale.ROOT, "%d thing%s, %.1f to %.1f s", count, count == 1 ? "" : "s", begin, end);
    }

    private static String found(List<Sighting> sightings, long inPlace) {
        if (sightings.isEmpty()) {
            return "no alert";
        }
        double begin = sightings.stream().mapToDouble(Sighting::second).min().orElseThrow();
        double end = sightings.stream().mapToDouble(Sighting::second).max().orElseThrow();
        return String.format(
                Locale.ROOT, "%d alerts, %.1f to %.1f s, %d in place", sightings.size(), begin, end, inPlace);
    }
}
