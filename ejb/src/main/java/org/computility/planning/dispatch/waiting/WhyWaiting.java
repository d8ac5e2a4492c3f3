package org.computility.planning.dispatch.waiting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.planning.dispatch.waiting.SpotReason.Constraint;

/** Explains why an instance waits. Without a database and without a clock. */
public final class WhyWaiting {

    private WhyWaiting() {}

    /** What the next turn does with the instance, and why. */
    public static Explanation explain(Situation now) {
        return now.licences().isUnlimited() ? byRoom(now) : LicensedWaiting.explain(now);
    }

    static Explanation byRoom(Situation now) {
        boolean starts = now.starts();
        return new Explanation(
                starts,
                reasons(now),
                starts ? List.of() : new Search(now).changes(),
                starts ? now.at() : new Ahead(now).start());
    }

    private static List<SpotReason> reasons(Situation now) {
        Map<List<Object>, List<UUID>> others = now.given().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(now.me().id()))
                .collect(Collectors.groupingBy(
                        entry -> at(
                                entry.getValue().computeCode(), entry.getValue().serviceId()),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return now.spots().stream()
                .map(spot -> reason(
                        spot, now.me(), others.getOrDefault(at(spot.computeCode(), spot.serviceId()), List.of())))
                .sorted(Comparator.comparing(SpotReason::computeCode)
                        .thenComparing(reason -> String.valueOf(reason.serviceId())))
                .toList();
    }

    private static List<Object> at(String computeCode, UUID serviceId) {
        return List.of(computeCode, String.valueOf(serviceId));
    }

    private static SpotReason reason(Spot spot, Waiter me, List<UUID> here) {
        Constraint constraint = constraint(spot, me, here.size());
        return new SpotReason(
                spot.computeCode(),
                spot.serviceId(),
                constraint,
                spot.slots(),
                spot.taken(),
                constraint == Constraint.BEHIND ? here : List.of());
    }

    private static Constraint constraint(Spot spot, Waiter me, int before) {
        if (spot.isBare() || !spot.direct() && !spot.algoDefCodes().contains(me.algoDefCode())) {
            return Constraint.NO_SERVICE;
        } else if (spot.direct() && !spot.isFor(me)) {
            return Constraint.OTHER_DEVICE;
        } else if (!spot.suits(me)) {
            return Constraint.NOT_PINNED;
        } else if (!spot.online()) {
            return Constraint.OFFLINE;
        } else if (!spot.answers()) {
            return Constraint.AVOIDED;
        } else if (!spot.running()) {
            return Constraint.NOT_RUNNING;
        } else if (spot.taken() >= spot.slots()) {
            return Constraint.FULL;
        }
        return spot.taken() + before >= spot.slots() ? Constraint.BEHIND : Constraint.NONE;
    }
}
