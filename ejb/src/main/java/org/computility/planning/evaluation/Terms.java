package org.computility.planning.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.computility.results.Sighting;

/**
 * What findings are judged by, all on one line of time.
 *
 * @param byMedia whether that line is the file's, else the clock on the wall
 * @param from results from then on
 * @param to results before then
 * @param tolerance without an overlap where the truth has no boxes
 */
record Terms(List<TrueEvent> truth, boolean byMedia, Instant from, Instant to, Tolerance tolerance) {

    private static final double MICROS = 1e6;

    /** After every result that is taken: none is dated more than a day ahead. */
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    /** Of an evaluation that the rules have let through. */
    static Terms of(NewEvaluation wanted) {
        TruthRules rules = new TruthRules(wanted.truth());
        List<TrueEvent> truth = wanted.truth().stream().map(Terms::event).toList();
        Tolerance tolerance = rules.boxed()
                ? wanted.tolerance()
                : new Tolerance(wanted.tolerance().seconds(), null);
        return new Terms(
                truth,
                rules.byMedia(),
                wanted.from() == null ? first(rules.byMedia(), truth, tolerance) : wanted.from(),
                wanted.to() == null ? last(rules.byMedia(), truth, tolerance) : wanted.to(),
                tolerance);
    }

    boolean boxed() {
        return tolerance.overlap() != null;
    }

    /** Where the media clock counts, only results that have it can be judged. */
    boolean judges(Sighting seen) {
        return !byMedia || seen.mediaTime() != null && Double.isFinite(seen.mediaTime());
    }

    Finding finding(Sighting seen) {
        return new Finding(
                seen.deviceId(),
                seen.eventId(),
                seen.className(),
                byMedia ? micros(seen.mediaTime()) : micros(seen.time()),
                seen.x() == null ? null : new Box(seen.x(), seen.y(), seen.width(), seen.height()));
    }

    private static TrueEvent event(NewEvaluation.Truth told) {
        boolean media = told.mediaFrom() != null;
        long from = media ? micros(told.mediaFrom()) : micros(told.from());
        long to = from;
        if (media && told.mediaTo() != null) {
            to = micros(told.mediaTo());
        } else if (told.to() != null) {
            to = micros(told.to());
        }
        return new TrueEvent(told.deviceId(), told.eventId(), told.className(), from, to, told.box());
    }

    private static Instant first(boolean byMedia, List<TrueEvent> truth, Tolerance tolerance) {
        return byMedia
                ? Instant.EPOCH
                : instant(truth.stream().mapToLong(TrueEvent::from).min().orElseThrow() - tolerance.micros());
    }

    // One microsecond later: the end is exclusive, and a result of the last moment fits the last event.
    private static Instant last(boolean byMedia, List<TrueEvent> truth, Tolerance tolerance) {
        return byMedia
                ? EVER
                : instant(truth.stream().mapToLong(TrueEvent::to).max().orElseThrow() + tolerance.micros() + 1);
    }

    static long micros(Instant moment) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    }

    private static long micros(double seconds) {
        return Math.round(seconds * MICROS);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(Duration.of(micros, ChronoUnit.MICROS));
    }
}
