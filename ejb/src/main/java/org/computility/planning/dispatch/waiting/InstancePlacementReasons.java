package org.computility.planning.dispatch.waiting;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.planning.dispatch.NodesToAvoid;
import org.computility.planning.dispatch.waiting.InstancePlacementView.Alteration;
import org.computility.planning.dispatch.waiting.InstancePlacementView.Chosen;
import org.computility.planning.dispatch.waiting.InstancePlacementView.Node;
import org.computility.planning.dispatch.waiting.Waiters.Asked;
import org.computility.planning.dispatch.waiting.Waiters.Held;
import org.computility.planning.quotas.StreamQuotas;
import org.computility.planning.state.InstanceState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceKeeping.Standing;
import org.computility.serving.ServiceRoom;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/** Tells why a task instance waits, or where it is. Whether the caller may know has been checked before. */
@Stateless
public class InstancePlacementReasons {

    private static final int MOST = 1000;
    private static final Duration KEPT = Duration.ofDays(30);

    @Inject
    Waiters waiters;

    @EJB
    ServiceKeeping services;

    @EJB
    ComputeNodes nodes;

    @EJB
    NodesToAvoid avoided;

    @EJB
    StreamQuotas quotas;

    @Inject
    GivingWay givingWay;

    @Inject
    Clock clock;

    /** As things stand now; what it is told is kept, to be compared with what comes. */
    public InstancePlacementView of(UUID instanceId) {
        Asked asked = waiters.asked(instanceId)
                .orElseThrow(() -> new NotFound(
                        "instance-unknown", new Member("id"), "There is no task instance " + instanceId + "."));
        Instant now = clock.instant();
        if (!asked.waits()) {
            waiters.giveUp(instanceId);
            return settled(asked);
        }
        Explanation why = givingWay.explain(asked, situation(asked, now));
        boolean next = why.startsNext() && asked.notBefore() != null;
        Instant start = estimate(asked, why, now);
        if (start != null) {
            waiters.foretell(instanceId, now, start);
            waiters.forget(now.minus(KEPT));
        }
        return new InstancePlacementView(
                instanceId,
                InstanceState.valueOf(asked.state()).shown(),
                next,
                asked.notBefore(),
                start,
                waiters.foretold(instanceId).orElse(null),
                why.places().stream().map(this::node).toList(),
                why.changes().stream().map(Alteration::of).toList(),
                null,
                waiters.hitRate());
    }

    /** When its group begins, nobody can tell. */
    private static Instant estimate(Asked asked, Explanation why, Instant now) {
        if (asked.notBefore() == null || why.start() == null) {
            return null;
        }
        Instant first = asked.notBefore().isAfter(now) ? asked.notBefore() : now;
        return why.start().isAfter(first) ? why.start() : first;
    }

    private InstancePlacementView settled(Asked asked) {
        InstanceState state = InstanceState.valueOf(asked.state());
        return new InstancePlacementView(
                asked.id(),
                state.shown(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                state.isActive() ? new Chosen(asked.computeCode(), asked.serviceId()) : null,
                waiters.hitRate());
    }

    private Situation situation(Asked asked, Instant now) {
        Waiter me = asked.waiter();
        Map<String, NodeView> theirs = nodes.ofOrganisation(asked.organisationId()).stream()
                .collect(Collectors.toMap(NodeView::code, node -> node));
        List<Standing> serving = services.ofOrganisation(asked.organisationId()).stream()
                .filter(service -> theirs.containsKey(service.room().computeCode()))
                .filter(service -> service.room().algoDefCodes().contains(me.algoDefCode())
                        || service.room().serviceId().equals(me.pinned()))
                .toList();
        List<Spot> spots = new ArrayList<>(spots(serving, theirs));
        Set<String> with =
                serving.stream().map(service -> service.room().computeCode()).collect(Collectors.toSet());
        theirs.values().stream()
                .filter(node -> !with.contains(node.code()))
                .map(this::spot)
                .forEach(spots::add);
        List<Waiter> others = waiters.due(asked.organisationId(), asked.id(), now, MOST).stream()
                .map(Waiters.Due::waiter)
                .toList();
        Set<String> codes = Stream.concat(others.stream(), Stream.of(me))
                .map(Waiter::algoDefCode)
                .collect(Collectors.toSet());
        return new Situation(now, me, others, spots, quotas.now(asked.organisationId(), codes));
    }

    private List<Spot> spots(List<Standing> serving, Map<String, NodeView> theirs) {
        UUID[] ids = serving.stream().map(service -> service.room().serviceId()).toArray(UUID[]::new);
        Map<UUID, List<Held>> held = waiters.held(ids).stream().collect(Collectors.groupingBy(Held::serviceId));
        return serving.stream()
                .map(service -> spot(
                        service,
                        theirs.get(service.room().computeCode()),
                        held.getOrDefault(service.room().serviceId(), List.of())))
                .toList();
    }

    private Spot spot(Standing service, NodeView node, List<Held> held) {
        ServiceRoom room = service.room();
        return new Spot(
                room.serviceId(),
                room.computeCode(),
                false,
                room.algoDefCodes(),
                node.online(),
                !avoided.contains(node.code()),
                service.running(),
                room.overloaded() || avoided.isFull(node.code()),
                room.slots(),
                held.size(),
                false,
                held.stream().map(Held::endsAt).filter(Objects::nonNull).toList());
    }

    private Spot spot(NodeView node) {
        boolean answers = !avoided.contains(node.code());
        return node.servesAlgorithms()
                ? Spot.bare(node.code(), node.online(), answers)
                : Spot.direct(node.code(), node.online(), answers, avoided.isFull(node.code()));
    }

    private Node node(SpotReason reason) {
        boolean counted = reason.serviceId() != null;
        boolean refuses = reason.constraint() == SpotReason.Constraint.AVOIDED;
        return new Node(
                reason.computeCode(),
                reason.serviceId(),
                reason.constraint().name(),
                refuses ? avoided.why(reason.computeCode()).orElse(null) : null,
                counted ? reason.slots() : null,
                counted ? reason.taken() : null,
                reason.instances());
    }
}
