package org.computility.jobs.placement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a job may run, and where it would rather.
 *
 * @param named centers that it asked for: every one runs some of its tasks; none: the platform chooses one for all tasks
 * @param image centers that have its image; null: every center
 * @param datasets those that it reads
 * @param prices of its spec by center, in one currency for the same time; a center without is the dearest
 * @param avoided centers that it keeps away from, since they refused or lost it
 * @param unfit centers that can run no task of it, and why
 */
public record Places(
        List<String> named,
        Set<String> image,
        Set<String> datasets,
        Map<String, BigDecimal> prices,
        Set<String> avoided,
        Map<String, Unfit> unfit) {

    /** Anywhere. */
    public static final Places ANY = new Places(List.of(), null, Set.of(), Map.of(), Set.of());

    public Places {
        named = List.copyOf(named);
        image = image == null ? null : Set.copyOf(image);
        datasets = Set.copyOf(datasets);
        prices = Map.copyOf(prices);
        avoided = Set.copyOf(avoided);
        unfit = Map.copyOf(unfit);
    }

    /** Where every center fits. */
    public Places(
            List<String> named,
            Set<String> image,
            Set<String> datasets,
            Map<String, BigDecimal> prices,
            Set<String> avoided) {
        this(named, image, datasets, prices, avoided, Map.of());
    }

    /** Why no task of it can run there; null where one can. */
    public Unfit unfitAt(String centerId) {
        return unfit.get(centerId);
    }

    public boolean avoids(String centerId) {
        return avoided.contains(centerId);
    }

    public boolean hasImageAt(String centerId) {
        return image == null || image.contains(centerId);
    }

    public boolean mayUse(String centerId) {
        return named.isEmpty() || named.contains(centerId);
    }

    /** How many of so many tasks the center that was named as this one runs: evenly, and one more at the first. */
    public int tasksAt(int index, int tasks) {
        return tasks / named.size() + (index < tasks % named.size() ? 1 : 0);
    }

    public Places naming(List<String> others) {
        return new Places(others, image, datasets, prices, avoided, unfit);
    }

    public Places namingToo(String centerId) {
        List<String> more = new ArrayList<>(named);
        more.add(centerId);
        return naming(more);
    }

    public Places withImageAt(String centerId) {
        Set<String> more = new TreeSet<>(image);
        more.add(centerId);
        return new Places(named, more, datasets, prices, avoided, unfit);
    }

    public Places goingBackTo(String centerId) {
        Set<String> fewer = new TreeSet<>(avoided);
        fewer.remove(centerId);
        return new Places(named, image, datasets, prices, fewer, unfit);
    }
}
