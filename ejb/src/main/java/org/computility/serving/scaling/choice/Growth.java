package org.computility.serving.scaling.choice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where further replicas go: the nearest nodes first, then where a service runs already, then where there is most room. */
final class Growth {

    /** What a node can do for a further replica. */
    private record Offer(Host host, Running service, int room, long nearness) {

        Step step(int more) {
            if (service != null) {
                return new Step(
                        Action.GROW,
                        service.serviceId(),
                        host.computeCode(),
                        service.replicas(),
                        service.replicas() + more);
            }
            Action action = host.holding() == Host.Holding.PACKAGE ? Action.LOAD : Action.DELIVER;
            return new Step(action, null, host.computeCode(), 0, more);
        }

        boolean comes() {
            return service == null && host.holding() == Host.Holding.COMING;
        }

        /** Less is sooner done. */
        int delay() {
            return service != null ? 0 : 1 + host.holding().ordinal();
        }
    }

    private static final Comparator<Offer> ORDER = Comparator.comparingLong(Offer::nearness)
            .reversed()
            .thenComparingInt(Offer::delay)
            .thenComparing(Offer::room, Comparator.reverseOrder())
            .thenComparing(offer -> offer.host().computeCode());

    private final Situation situation;

    Growth(Situation situation) {
        this.situation = situation;
    }

    Verdict by(int more) {
        List<Step> steps = new ArrayList<>();
        boolean coming = false;
        int missing = more;
        // The least that a rule wants is there without licences, too.
        boolean bound = situation.isBoundByLicences()
                && situation.replicas() >= situation.bounds().least();
        Permits permits = bound ? situation.permits() : Permits.UNBOUNDED;
        for (Offer offer : offers()) {
            String node = offer.host().computeCode();
            int some = (int) Math.min(Math.min(missing, offer.room()), replicas(permits.at(node)));
            permits = permits.without(node, (long) some * situation.streamsPerReplica());
            if (some > 0 && offer.comes()) {
                coming = true;
            } else if (some > 0) {
                steps.add(offer.step(some));
            }
            missing -= some;
        }
        return new Verdict(reason(steps, coming), steps, situation.figures());
    }

    /** So many have streams that anybody may use. */
    private long replicas(long streams) {
        return streams == Long.MAX_VALUE ? streams : Bounds.up(streams, situation.streamsPerReplica());
    }

    private Reason reason(List<Step> steps, boolean coming) {
        if (steps.isEmpty()) {
            return coming ? Reason.DELIVERING : Reason.NO_CAPACITY;
        }
        return situation.replicas() < situation.bounds().least() ? Reason.BELOW_MINIMUM : Reason.LOAD_HIGH;
    }

    private List<Offer> offers() {
        Nearness nearness = Nearness.to(situation);
        return situation.hosts().stream()
                .map(host -> offer(host, nearness))
                .filter(offer -> offer.room() > 0)
                .sorted(ORDER)
                .toList();
    }

    /** Without room where a service is there that cannot take a replica now. */
    private Offer offer(Host host, Nearness nearness) {
        List<Running> there = situation.services().stream()
                .filter(service -> service.computeCode().equals(host.computeCode()))
                .toList();
        Running growing = there.stream()
                .filter(service -> service.condition() == Running.Condition.RUNNING)
                .min(Comparator.comparing(Running::serviceId))
                .orElse(null);
        boolean usable = there.isEmpty()
                || growing != null
                        && there.stream().allMatch(service -> service.condition() == Running.Condition.RUNNING);
        int held = there.stream().mapToInt(Running::replicas).sum();
        int room = usable ? Math.min(host.room(), situation.bounds().mostAtNode() - held) : 0;
        return new Offer(host, growing, room, nearness.of(host.computeCode()));
    }
}
