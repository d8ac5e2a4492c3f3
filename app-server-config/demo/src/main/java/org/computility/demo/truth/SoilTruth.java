package org.computility.demo.truth;

import java.util.List;
import java.util.Locale;
import org.computility.runtime.media.synthetic.Scene;

/** Compares the measured share of bare soil with the drawn one; every figure must be near, and there must be some. */
public final class SoilTruth {

    private static final double NEAR = 0.03;
    private static final int LEAST_FIGURES = 2;

    private SoilTruth() {}

    public static Verdict judge(Scene scene, List<Sighting> sightings) {
        double truth = scene.soilShare();
        boolean near = sightings.stream().allMatch(s -> Math.abs(s.share() - truth) <= NEAR);
        return new Verdict(
                near && sightings.size() >= LEAST_FIGURES,
                String.format(Locale.ROOT, "%.1f %% bare soil", 100 * truth),
                found(sightings),
                List.of());
    }

    private static String found(List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return "no figure";
        }
        double least = sightings.stream().mapToDouble(Sighting::share).min().orElseThrow();
        double most = sightings.stream().mapToDouble(Sighting::share).max().orElseThrow();
        return String.format(Locale.ROOT, "%d figures, %.1f to %.1f %%", sightings.size(), 100 * least, 100 * most);
    }
}
