package org.computility.demo.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.computility.runtime.media.Box;
import org.computility.runtime.media.synthetic.Scene;
import org.computility.runtime.media.synthetic.SyntheticVideo;

/** Whether a part of a scene's picture shows a thing; and whether what was told of it is true. */
public final class ThingTruth {

    /** The names of both classes. */
    public static final String THING = "thing";

    public static final String NOTHING = "nothing";

    /** A thing is shown when so much of it lies in the part; less than that, but not nothing, is neither. */
    private static final double SHOWN = 0.75;

    /** A frame's time is counted from the first frame that came, which is within one of the clip's first. */
    private static final double FRAME = 1.0 / SyntheticVideo.RATE;

    private static final int LEAST = 2;

    private ThingTruth() {}

    /**
     * What a node has told of an area.
     *
     * @param second of the clip
     */
    public record Told(double second, int areaId, String what) {}

    /**
     * Seconds of a clip in which a part of its picture shows this at least once, and never surely the other.
     *
     * @param from the first of its frames
     * @param to the last of its frames
     */
    public record Span(String what, double from, double to) {}

    /** All spans of a part of the picture, first those of things. */
    public static List<Span> spans(Scene scene, Box part) {
        List<Span> spans = new ArrayList<>();
        for (String what : List.of(THING, NOTHING)) {
            List<Double> run = new ArrayList<>();
            for (int frame = 0; frame <= scene.seconds() * SyntheticVideo.RATE; frame++) {
                double second = frame * FRAME;
                if (frame < scene.seconds() * SyntheticVideo.RATE
                        && shown(scene, part, second)
                                .filter(other -> !other.equals(what))
                                .isEmpty()) {
                    run.add(second);
                    continue;
                }
                if (run.stream()
                        .anyMatch(each ->
                                shown(scene, part, each).filter(what::equals).isPresent())) {
                    spans.add(new Span(what, run.get(0), run.get(run.size() - 1)));
                }
                run.clear();
            }
        }
        return spans;
    }

    /** What the part of the picture shows then; empty where it could be said to show either. */
    public static Optional<String> shown(Scene scene, Box part, double second) {
        double most = scene.boxesAt(second).stream()
                .mapToDouble(thing -> common(thing, part) / (thing.width() * thing.height()))
                .max()
                .orElse(0);
        if (most >= SHOWN) {
            return Optional.of(THING);
        }
        return most == 0 ? Optional.of(NOTHING) : Optional.empty();
    }

    /** All that can be judged must be true, and both classes must have been told where the scene shows both. */
    public static Verdict judge(Scene scene, List<Box> areas, List<Told> told) {
        List<Told> clear = told.stream()
                .filter(each -> surely(scene, areas, each).isPresent())
                .toList();
        List<String> remarks = clear.stream()
                .filter(each -> !surely(scene, areas, each).orElseThrow().equals(each.what()))
                .map(each -> String.format(
                        Locale.ROOT, "area %d at %.2f s told: %s", each.areaId(), each.second(), each.what()))
                .toList();
        long things = clear.stream().filter(each -> each.what().equals(THING)).count();
        long nothings = clear.size() - things;
        boolean passes = areas.stream().anyMatch(area -> passes(scene, area));
        boolean enough = nothings >= LEAST && (passes ? things >= LEAST : things == 0);
        String there = passes ? "things pass" : "nothing passes";
        String found =
                String.format(Locale.ROOT, "%d × thing, %d × nothing, %d wrong", things, nothings, remarks.size());
        return new Verdict(enough && remarks.isEmpty(), there, found, remarks);
    }

    /** Empty where it changes within some frames, too. */
    private static Optional<String> surely(Scene scene, List<Box> areas, Told told) {
        Box area = areas.get(told.areaId());
        Optional<String> now = shown(scene, area, told.second());
        boolean same = DoubleStream.of(-2 * FRAME, -FRAME, FRAME, 2 * FRAME)
                .allMatch(offset -> shown(scene, area, told.second() + offset).equals(now));
        return same ? now : Optional.empty();
    }

    private static boolean passes(Scene scene, Box area) {
        return DoubleStream.iterate(0, second -> second < scene.seconds(), second -> second + FRAME)
                .anyMatch(second ->
                        shown(scene, area, second).filter(THING::equals).isPresent());
    }

    private static double common(Box one, Box other) {
        double width = Math.min(one.x() + one.width(), other.x() + other.width()) - Math.max(one.x(), other.x());
        double height = Math.min(one.y() + one.height(), other.y() + other.height()) - Math.max(one.y(), other.y());
        return Math.max(0, width) * Math.max(0, height);
    }
}
