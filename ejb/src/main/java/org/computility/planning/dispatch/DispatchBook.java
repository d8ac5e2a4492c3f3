package org.computility.planning.dispatch;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.computility.compute.ComputeNodes;
import org.computility.planning.dispatch.placement.Assignment;
import org.computility.planning.dispatch.placement.Place;
import org.computility.planning.dispatch.placement.Spread;
import org.computility.planning.dispatch.placement.Wish;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;

/** What {@link Dispatch} writes down before and after it talks to nodes, one transaction a method. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DispatchBook {

    @Resource(lookup = "java:app/jdbc/computility")
    private DataSource database;

    @Inject
    private Starts starts;

    @EJB
    private ServiceKeeping services;

    @EJB
    private ComputeNodes nodes;

    @EJB
    private NodesToAvoid avoided;

    @Inject
    private Clock clock;

    /** Gives every member of the group that can have one a place; the others have missed this round. */
    public List<Assignment> claim(StartOrder order) {
        return assign(starts.ofGroup(order));
    }

    /** Gives places to instances whose next try is due. */
    public List<Assignment> claimDue(int most) {
        return assign(starts.due(clock.instant(), most));
    }

    /** What became of starts that the nodes refused, or that did not reach them. */
    public void refused(Map<UUID, String> refused, Map<UUID, String> lost) {
        EndTable ends = new EndTable(database);
        if (!refused.isEmpty()) {
            ends.refused(refused, clock.instant());
        }
        if (!lost.isEmpty()) {
            ends.lost(lost.keySet(), lost.values().iterator().next(), clock.instant());
        }
    }

    /** Marks these as being stopped and answers those that a node has. */
    public List<ActiveTask> stopping(Collection<UUID> ids) {
        return new EndTable(database).stopping(ids, clock.instant());
    }

    /** The nodes have confirmed. */
    public void stopped(Collection<UUID> ids, InstanceState next, String outcome, String message) {
        new EndTable(database).stopped(ids, next, outcome, message, clock.instant());
    }

    /** Their node or service is gone. */
    public void lost(Collection<UUID> ids, String message) {
        if (!ids.isEmpty()) {
            new EndTable(database).lost(ids, message, clock.instant());
        }
    }

    /** Takes over what nodes report, oldest first, and answers what must be stopped there. */
    public List<News> takeOver(List<News> reported) {
        NewsTable table = new NewsTable(database);
        Map<UUID, News> latest = new LinkedHashMap<>();
        reported.forEach(news -> latest.put(news.id(), news));
        Map<UUID, Belief> beliefs = table.lock(latest.keySet());
        List<News> strangers = new ArrayList<>();
        List<News> taken = new ArrayList<>();
        for (News news : latest.values()) {
            switch (Belief.about(news, beliefs.get(news.id()))) {
                case TAKE_OVER -> taken.add(news);
                case STOP_IT -> strangers.add(news);
                case IGNORE -> {}
            }
        }
        write(table, taken);
        return strangers;
    }

    /** Of these instances, those that the platform does not have running on that node. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<UUID> notRunningOn(String computeCode, Collection<UUID> ids) {
        Set<UUID> active = new HashSet<>(new EndTable(database).activeOnNode(computeCode));
        return ids.stream().filter(id -> !active.contains(id)).toList();
    }

    private void write(NewsTable table, List<News> taken) {
        Instant now = clock.instant();
        List<News> alive = taken.stream().filter(News::alive).toList();
        if (!alive.isEmpty()) {
            table.alive(alive, now);
        }
        List<News> over = taken.stream().filter(news -> !news.alive()).toList();
        if (over.isEmpty()) {
            return;
        }
        table.started(over);
        EndTable ends = new EndTable(database);
        Map<Boolean, List<News>> byEnd = over.stream().collect(Collectors.partitioningBy(News::finished));
        if (!byEnd.get(true).isEmpty()) {
            ends.ended(messages(byEnd.get(true)), "FINISHED", "FINISHED", now);
        }
        if (!byEnd.get(false).isEmpty()) {
            ends.ended(messages(byEnd.get(false)), "ERROR", "ERROR", now);
        }
    }

    private List<Assignment> assign(List<Wish> wishes) {
        Instant now = clock.instant();
        Map<UUID, List<Wish>> byOrganisation =
                wishes.stream().collect(Collectors.groupingBy(Wish::organisationId, TreeMap::new, Collectors.toList()));
        List<Assignment> chosen = new ArrayList<>();
        List<Wish> left = new ArrayList<>();
        byOrganisation.forEach((organisation, some) -> place(organisation, some, chosen, left));
        if (!chosen.isEmpty()) {
            starts.assign(chosen, now);
        }
        if (!left.isEmpty()) {
            Map<UUID, String> reasons = new HashMap<>();
            left.forEach(wish -> reasons.put(wish.id(), reason(wish)));
            starts.noRoom(left, reasons, now);
        }
        return chosen;
    }

    private void place(UUID organisation, List<Wish> wishes, List<Assignment> chosen, List<Wish> left) {
        Set<String> codes = wishes.stream().map(Wish::algoDefCode).collect(Collectors.toSet());
        List<ServiceRoom> rooms = services.lockRunning(organisation, codes);
        Map<UUID, Long> taken =
                starts.taken(rooms.stream().map(ServiceRoom::serviceId).toList());
        List<Place> places = new ArrayList<>();
        for (ServiceRoom room : rooms) {
            if (!avoided.contains(room.computeCode())) {
                places.add(new Place(
                        room.serviceId(),
                        room.computeCode(),
                        room.algoDefCodes(),
                        room.slots(),
                        taken.getOrDefault(room.serviceId(), 0L),
                        room.overloaded()));
            }
        }
        places.addAll(directNodes(organisation));
        Map<UUID, Place> spread = Spread.over(wishes, places);
        for (Wish wish : wishes) {
            Place place = spread.get(wish.id());
            if (place == null) {
                left.add(wish);
            } else {
                chosen.add(new Assignment(wish, place.serviceId(), place.computeCode()));
            }
        }
    }

    /** Nodes without services have no room that the platform knows of: they say no themselves. */
    private List<Place> directNodes(UUID organisation) {
        return nodes.online().stream()
                .filter(node ->
                        !node.servesAlgorithms() && node.organisationId().equals(organisation))
                .filter(node -> !avoided.contains(node.code()))
                .map(node -> new Place(null, node.code(), Set.of(), Integer.MAX_VALUE, 0, false))
                .toList();
    }

    private static String reason(Wish wish) {
        return wish.pinnedService() == null
                ? "No running service of " + wish.algoDefCode() + " in this organisation has room."
                : "Service " + wish.pinnedService() + " does not run " + wish.algoDefCode() + " or has no room.";
    }

    private static Map<UUID, String> messages(List<News> news) {
        Map<UUID, String> messages = new LinkedHashMap<>();
        news.forEach(one -> messages.put(one.id(), one.message()));
        return messages;
    }
}
