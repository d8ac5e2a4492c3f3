package org.computility.planning.dispatch;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.LicensedWishes;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.placement.Placement;
import org.computility.planning.dispatch.placement.Places;
import org.computility.planning.dispatch.placement.Round;
import org.computility.planning.dispatch.placement.StartOrder;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.planning.dispatch.preemption.Preemption;
import org.computility.planning.dispatch.preemption.Yielding;
import org.computility.planning.quotas.Licences;
import org.computility.planning.quotas.StreamQuotas;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.computility.shared.database.Columns;

/** Gives instances their places before {@link Dispatch} tells nodes, one transaction a method. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Claiming {

    @Inject
    Starts starts;

    @EJB
    ServiceKeeping services;

    @EJB
    ComputeNodes nodes;

    @EJB
    NodesToAvoid avoided;

    @EJB
    StreamQuotas quotas;

    @EJB
    Preemption preemption;

    @Inject
    Clock clock;

    @Resource
    EJBContext context;

    /** Gives places to the members of the group, as far as there are any; {@link Placement} says what others do. */
    public List<Assignment> claim(StartOrder order) {
        return assign(starts.ofGroups(List.of(order)), Placement.ofGroup(), directNodes(), avoided::whyAvoided);
    }

    /**
     * Does the same for the members of any number of groups where nobody contends for room, and locks only the services that
     * it chooses: groups that begin at the same time hardly wait for one another. Empty when somebody finds no place, or a
     * chosen service has no room any more; then nothing is written, and {@link #claim} decides for each group.
     */
    public Optional<List<Assignment>> claimFreely(List<StartOrder> orders) {
        List<Wish> wishes = starts.ofGroups(orders);
        Placement placement = Placement.ofGroup();
        Map<UUID, Licences> licences = quotas.claim(LicensedWishes.among(wishes));
        List<NodeView> direct = directNodes();
        byOrganisation(wishes)
                .forEach((organisation, some) -> placement.place(
                        some,
                        Places.of(
                                all(organisation, services.running(organisation, codes(some)), direct),
                                avoided::whyAvoided),
                        licences.getOrDefault(organisation, Licences.unlimited())));
        if (!placement.isWhole() || !placement.fits(fitting(services.lockRunning(placement.services())))) {
            context.setRollbackOnly();
            return Optional.empty();
        }
        write(placement, clock.instant());
        return Optional.of(placement.chosen());
    }

    /** Gives places to instances whose next try is due, and chooses who gives way to those that find none. */
    public Claim claimDue(Round round, int most) {
        Placement placement = Placement.ofDue();
        List<NodeView> direct = directNodes();
        List<Wish> due = starts.due(round, Columns.of(direct, NodeView::code, String[]::new), most, clock.instant());
        List<Assignment> chosen = assign(due, placement, direct, avoided::why);
        preemption.waitOn(ids(placement.left().keySet()));
        List<Yielding> yielding = preemption.choose(ids(placement.wantingRoom()), avoided::admitsNobody);
        return new Claim(
                chosen,
                yielding,
                due.size() < most
                        ? Optional.empty()
                        : Optional.of(round.without(placement.left().keySet())));
    }

    /**
     * What a turn decided.
     *
     * @param yielding instances that give way, once their nodes have ended them
     * @param rest the round as it goes on; empty: everybody was looked at
     */
    public record Claim(List<Assignment> chosen, List<Yielding> yielding, Optional<Round> rest) {}

    private List<Assignment> assign(
            List<Wish> wishes, Placement placement, List<NodeView> direct, Function<String, Optional<String>> why) {
        // Licences before services, everywhere: two servers that want both never wait for each other.
        Map<UUID, Licences> licences = quotas.claim(LicensedWishes.among(wishes));
        Map<UUID, List<Wish>> byOrganisation = byOrganisation(wishes);
        // Those of all organisations at once, in the order of their IDs: whoever locks services does so in that order.
        Map<UUID, List<ServiceRoom>> running = wishes.isEmpty()
                ? Map.of()
                : services.lockRunning(byOrganisation.keySet(), codes(wishes)).stream()
                        .collect(Collectors.groupingBy(ServiceRoom::organisationId));
        byOrganisation.forEach((organisation, some) -> placement.place(
                some,
                Places.of(all(organisation, running.getOrDefault(organisation, List.of()), direct), why),
                licences.getOrDefault(organisation, Licences.unlimited())));
        write(placement, clock.instant());
        return placement.chosen();
    }

    private static List<UUID> ids(Collection<Wish> wishes) {
        return wishes.stream().map(Wish::id).toList();
    }

    private static Map<UUID, List<Wish>> byOrganisation(List<Wish> wishes) {
        return wishes.stream().collect(Collectors.groupingBy(Wish::organisationId, TreeMap::new, Collectors.toList()));
    }

    private static Set<String> codes(List<Wish> wishes) {
        return wishes.stream().map(Wish::algoDefCode).collect(Collectors.toSet());
    }

    private void write(Placement placement, Instant now) {
        if (!placement.chosen().isEmpty()) {
            starts.assign(placement.chosen(), now);
        }
        if (!placement.left().isEmpty()) {
            starts.noRoom(placement.left(), placement::misses, now);
        }
        if (!placement.postponed().isEmpty()) {
            starts.postpone(placement.postponed(), now);
        }
    }

    private List<Place> all(UUID organisation, List<ServiceRoom> running, List<NodeView> direct) {
        List<Place> all = new ArrayList<>(rooms(running));
        // Nodes without services have no room that the platform knows of: they say no themselves.
        direct.stream()
                .filter(node -> organisation.equals(node.organisationId()))
                .map(node -> new Place(null, node.code(), Set.of(), Integer.MAX_VALUE, 0, avoided.isFull(node.code())))
                .forEach(all::add);
        return all;
    }

    private List<Place> fitting(List<ServiceRoom> locked) {
        return Places.of(rooms(locked), avoided::whyAvoided).open();
    }

    private List<Place> rooms(List<ServiceRoom> rooms) {
        Map<UUID, Long> taken =
                starts.taken(rooms.stream().map(ServiceRoom::serviceId).toList());
        return rooms.stream()
                .map(room -> new Place(
                        room.serviceId(),
                        room.computeCode(),
                        room.algoDefCodes(),
                        room.slots(),
                        taken.getOrDefault(room.serviceId(), 0L),
                        room.overloaded() || avoided.isFull(room.computeCode())))
                .toList();
    }

    private List<NodeView> directNodes() {
        return nodes.online().stream().filter(node -> !node.servesAlgorithms()).toList();
    }
}
