package org.computility.planning.dispatch.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.computility.planning.dispatch.waiting.SpotReason.Constraint;

/**
 * Explains the same where licences bound what starts. Changes are found as if there were no licences, with and without the others
 * that licences keep waiting, and each that is told was tried with them; where licences are in the way, it says how many streams more they must admit.
 */
final class LicensedWaiting {

    private static final int MOST = 5;

    private LicensedWaiting() {}

    static Explanation explain(Situation now) {
        boolean starts = now.starts();
        Explanation byRoom = WhyWaiting.byRoom(now.byRoom());
        if (starts) {
            return new Explanation(true, byRoom.places(), List.of(), now.at());
        }
        boolean admitted = now.isAdmitted();
        List<SpotReason> places = admitted
                ? byRoom.places()
                : byRoom.places().stream().map(LicensedWaiting::unlicensed).toList();
        // When a licence comes, or a stream that holds one ends, nobody can tell.
        return new Explanation(false, places, changes(now, byRoom), admitted ? byRoom.start() : null);
    }

    private static SpotReason unlicensed(SpotReason reason) {
        return reason.constraint().compareTo(Constraint.NO_LICENCE) < 0
                ? reason
                : new SpotReason(
                        reason.computeCode(),
                        reason.serviceId(),
                        Constraint.NO_LICENCE,
                        reason.slots(),
                        reason.taken(),
                        List.of());
    }

    private static List<Change> changes(Situation now, Explanation byRoom) {
        Explanation ample = WhyWaiting.byRoom(new Situation(now.at(), now.me(), now.others(), now.spots()));
        Stream<Change> licensed = Stream.of(byRoom, ample)
                .flatMap(why -> why.startsNext() ? Stream.of(new Change(List.of())) : why.changes().stream())
                .distinct()
                .flatMap(change -> withLicences(now, change).stream());
        return Stream.concat(licensed, priority(now).stream())
                .filter(change -> !change.steps().isEmpty())
                .distinct()
                .sorted(Change.SMALLER)
                .limit(MOST)
                .toList();
    }

    /** It may get a licence before those that get the last ones now. */
    private static Optional<Change> priority(Situation now) {
        return IntStream.rangeClosed(now.me().priority() + 1, Waiter.HIGHEST)
                .mapToObj(priority -> new Change(List.of(new Step.Priority(priority))))
                .filter(change -> change.on(now).starts())
                .findFirst();
    }

    /** The change with as many streams more as it needs: those before the instance take theirs first. */
    private static Optional<Change> withLicences(Situation now, Change change) {
        if (change.on(now).starts()) {
            return Optional.of(change);
        }
        long low = 1;
        long high = now.licences().excess(now.me().algoDefCode()) + now.others().size() + 1;
        if (!with(change, high).on(now).starts()) {
            return Optional.empty();
        }
        while (low < high) {
            long middle = (low + high) / 2;
            if (with(change, middle).on(now).starts()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return Optional.of(with(change, low));
    }

    private static Change with(Change change, long streams) {
        List<Step> steps = new ArrayList<>(change.steps());
        steps.add(new Step.Licence(streams));
        return new Change(steps);
    }
}
