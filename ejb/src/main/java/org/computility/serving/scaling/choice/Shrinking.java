package org.computility.serving.scaling.choice;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which replica goes: one of the emptiest service whose streams are unused or fit elsewhere. */
final class Shrinking {

    /** The smallest share of room taken first. */
    private static final Comparator<Running> EMPTIEST = Comparator.<Running>comparingDouble(
                    service -> (double) service.taken() / service.slots())
            .thenComparingInt(Running::taken)
            .thenComparing(Running::serviceId);

    private final Situation situation;

    Shrinking(Situation situation) {
        this.situation = situation;
    }

    /** One replica less, or why not. */
    Verdict verdict() {
        boolean above = situation.replicas() > situation.bounds().most();
        boolean starting =
                situation.services().stream().anyMatch(service -> service.condition() == Running.Condition.STARTING);
        Set<Reason> hindrances = EnumSet.noneOf(Reason.class);
        for (Running service : candidates()) {
            if (!above && !wouldBear(service)) {
                continue;
            }
            if (starting) {
                return without(Reason.STARTING);
            }
            if (service.replicas() == 1 && !service.own()) {
                hindrances.add(Reason.NOT_OWN);
            } else if (situation.resists(service)) {
                hindrances.add(Reason.REFUSED);
            } else if (service.leaving() > freeBeside(service)) {
                hindrances.add(Reason.IN_USE);
            } else {
                return new Verdict(
                        above ? Reason.ABOVE_MAXIMUM : Reason.LOAD_LOW, List.of(step(service)), situation.figures());
            }
        }
        return without(Stream.of(Reason.REFUSED, Reason.IN_USE, Reason.NOT_OWN)
                .filter(hindrances::contains)
                .findFirst()
                .orElse(Reason.STEADY));
    }

    private List<Running> candidates() {
        return situation.services().stream()
                .filter(Running::works)
                .sorted(EMPTIEST)
                .toList();
    }

    /** Less than the target with a replica less, so that nothing that stays the same makes it come back. */
    private boolean wouldBear(Running service) {
        long left = (long) situation.streams()
                - service.usable()
                + service.smaller().usable();
        long demand = situation.demand();
        return demand == 0 || demand * 100 < situation.bounds().targetPercent() * left;
    }

    private long freeBeside(Running service) {
        return situation.services().stream()
                .filter(other -> other != service)
                .mapToLong(Running::free)
                .sum();
    }

    private static Step step(Running service) {
        return new Step(
                service.replicas() == 1 ? Action.UNLOAD : Action.SHRINK,
                service.serviceId(),
                service.computeCode(),
                service.replicas(),
                service.replicas() - 1);
    }

    private Verdict without(Reason reason) {
        return new Verdict(reason, List.of(), situation.figures());
    }
}
