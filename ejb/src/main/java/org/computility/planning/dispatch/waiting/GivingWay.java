package org.computility.planning.dispatch.waiting;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.computility.planning.dispatch.NodesToAvoid;
import org.computility.planning.dispatch.preemption.Contender;
import org.computility.planning.dispatch.preemption.Preemption;
import org.computility.planning.dispatch.preemption.Tenant;
import org.computility.planning.dispatch.waiting.SpotReason.Constraint;

/** Explains why an instance waits where others may have to give way: to it, or to it if it had a higher priority. */
@ApplicationScoped
public class GivingWay {

    @EJB
    Preemption preemption;

    @EJB
    NodesToAvoid avoided;

    Explanation explain(Waiters.Asked asked, Situation now) {
        Explanation why = WhyWaiting.explain(now);
        if (why.startsNext() || !asked.contends()) {
            return why;
        }
        if (asked.isPending()) {
            Optional<Tenant> tenant = tenant(asked, now);
            if (tenant.isPresent()) {
                return new Explanation(true, places(why.places(), tenant.get()), List.of(), now.at());
            }
        }
        return raised(asked, now)
                .map(change -> new Explanation(false, why.places(), changes(why.changes(), change), why.start()))
                .orElse(why);
    }

    /** Who gives way to it; nobody does where a licence is in its way, as a free stream would not help. */
    private Optional<Tenant> tenant(Waiters.Asked asked, Situation now) {
        List<UUID> wanting = now.wantingRoom();
        UUID me = now.me().id();
        return wanting.contains(me)
                ? preemption.tenantFor(
                        contender(asked, now.me()),
                        wanting.stream().filter(id -> !id.equals(me)).toList(),
                        avoided::admitsNobody)
                : Optional.empty();
    }

    private static Contender contender(Waiters.Asked asked, Waiter me) {
        return new Contender(
                me.id(), me.number(), (short) me.priority(), asked.organisationId(), me.algoDefCode(), me.pinned());
    }

    /** The lowest priority with which somebody would give way. */
    private Optional<Change> raised(Waiters.Asked asked, Situation now) {
        for (int to = now.me().priority() + 1; to <= Waiter.HIGHEST; to++) {
            if (tenant(asked, now.with(now.me().withPriority(to))).isPresent()) {
                return Optional.of(new Change(List.of(new Step.Priority(to))));
            }
        }
        return Optional.empty();
    }

    /** Of changes of the same kinds only the smallest counts. */
    private static List<Change> changes(List<Change> found, Change more) {
        Change smallest = found.stream()
                .filter(change -> change.kinds().equals(more.kinds()))
                .findFirst()
                .filter(change -> Change.SMALLER.compare(change, more) < 0)
                .orElse(more);
        return Stream.concat(
                        Stream.of(smallest),
                        found.stream().filter(change -> !change.kinds().equals(more.kinds())))
                .sorted(Change.SMALLER)
                .limit(Search.MOST)
                .toList();
    }

    private static List<SpotReason> places(List<SpotReason> found, Tenant tenant) {
        return found.stream()
                .map(spot -> tenant.serviceId().equals(spot.serviceId())
                        ? new SpotReason(
                                spot.computeCode(),
                                spot.serviceId(),
                                Constraint.YIELDS,
                                spot.slots(),
                                spot.taken(),
                                List.of(tenant.id()))
                        : spot)
                .toList();
    }
}
