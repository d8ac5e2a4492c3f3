package org.computility.serving.scaling;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.algorithms.AlgorithmPackages;
import org.computility.algorithms.Capabilities;
import org.computility.algorithms.PackageView;
import org.computility.algorithms.ReplicaNeeds;
import org.computility.algorithms.delivery.DeliveredPackages;
import org.computility.compute.ComputeNodes;
import org.computility.compute.NodeView;
import org.computility.compute.monitoring.NodePicture;
import org.computility.compute.monitoring.NodePictures;
import org.computility.serving.LoadedState;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.replicas.ServiceTasks;
import org.computility.serving.scaling.choice.Host;
import org.computility.serving.scaling.choice.Permits;
import org.computility.serving.scaling.choice.Running;
import org.computility.serving.scaling.choice.Situation;

/** What a rule sees: a handful of statements, however many nodes and instances there are. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScalingSight {

    /** So many waiting instances ask for more than any rule gives at once. */
    private static final int MOST_WAITING = 10_000;

    @Inject
    ScalingRules rules;

    @EJB
    ServiceKeeping services;

    @Inject
    ServiceTasks tasks;

    @EJB
    Capabilities capabilities;

    @EJB
    AlgorithmPackages packages;

    @EJB
    DeliveredPackages deliveries;

    @EJB
    ComputeNodes nodes;

    @EJB
    NodePictures pictures;

    @Inject
    Clock clock;

    /**
     * A situation, and what steps are made from.
     *
     * @param algorithm the package that brings the capability
     * @param loaded the services of the capability, the newest first
     * @param hosts the nodes that may get replicas, by their codes
     * @param toAsk the codes of nodes that may get replicas now, in the order in which they are to be asked for their figures
     */
    public record Seen(
            Situation situation,
            PackageView algorithm,
            List<LoadedState> loaded,
            Map<String, NodeView> hosts,
            List<String> toAsk) {

        public Seen {
            loaded = List.copyOf(loaded);
            hosts = Map.copyOf(hosts);
            toAsk = List.copyOf(toAsk);
        }
    }

    /**
     * How things are now.
     *
     * @param refusals nodes that get no further replica now, and services that are left as they are
     * @throws org.computility.shared.NotFound {@code capability-unknown}
     */
    public Seen look(DueRule rule, ScalingKeeping.Refusals refusals) {
        PackageView algorithm =
                packages.get(capabilities.get(rule.algoDefCode()).packageId());
        List<LoadedState> loaded = services.offering(rule.organisationId(), rule.algoDefCode());
        Map<String, NodeView> online = nodes.ofOrganisation(rule.organisationId()).stream()
                .filter(node -> node.online() && node.servesAlgorithms())
                .collect(Collectors.toMap(NodeView::code, Function.identity()));
        Map<String, NodePicture> told = pictures.of(online.keySet()).stream()
                .collect(Collectors.toMap(picture -> picture.node().code(), Function.identity()));
        List<Host> hosts = hosts(rule, algorithm, told, refusals.nodes());
        Permits permits = permits(tasks.licensed(rule.organisationId(), rule.algoDefCode()), online.keySet());
        // No further room helps whom no licence admits.
        List<ServiceTasks.Waiting> waiting =
                tasks.waiting(rule.organisationId(), rule.algoDefCode(), MOST_WAITING).stream()
                        .limit(permits.total())
                        .toList();
        Situation situation = new Situation(
                rule.bounds(),
                Math.max(1, algorithm.streamsPerReplica()),
                running(loaded, online.keySet()),
                hosts,
                waiting.size(),
                waiting.stream()
                        .map(ServiceTasks.Waiting::deviceId)
                        .filter(device -> device != null)
                        .toList(),
                permits,
                Set.copyOf(refusals.services()),
                rule.actedAt(),
                clock.instant());
        List<String> codes = hosts.stream().map(Host::computeCode).toList();
        return new Seen(
                situation,
                algorithm,
                loaded,
                online,
                NodesToAsk.inOrder(codes, code -> told.get(code).toldAt(), clock.instant()));
    }

    /** A licence that is bound to a node which cannot serve now is of no use. */
    static Permits permits(ServiceTasks.Licensed licensed, Set<String> online) {
        return licensed.anywhere().isEmpty()
                ? Permits.UNBOUNDED
                : new Permits(
                        licensed.anywhere().getAsLong(),
                        licensed.atNodes().entrySet().stream()
                                .filter(node -> online.contains(node.getKey()))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private List<Running> running(List<LoadedState> loaded, Set<String> online) {
        List<UUID> ids = loaded.stream().map(one -> one.service().id()).toList();
        Map<UUID, Integer> taken = tasks.taken(ids);
        Set<UUID> own = Set.copyOf(rules.own(ids.toArray(UUID[]::new)));
        return loaded.stream()
                .map(one -> new Running(
                        one.service().id(),
                        one.service().computeCode(),
                        one.service().replicas(),
                        one.service().slots(),
                        taken.getOrDefault(one.service().id(), 0),
                        condition(one, online),
                        own.contains(one.service().id())))
                .toList();
    }

    private static Running.Condition condition(LoadedState loaded, Set<String> online) {
        if (loaded.leaving() || !online.contains(loaded.service().computeCode())) {
            return Running.Condition.UNKNOWN;
        }
        return switch (loaded.status()) {
            case RUNNING -> Running.Condition.RUNNING;
            case OVERLOAD -> Running.Condition.OVERLOADED;
            case INIT -> Running.Condition.STARTING;
            case ERROR -> Running.Condition.BROKEN;
            case UNSPECIFIED -> Running.Condition.UNKNOWN;
        };
    }

    private List<Host> hosts(
            DueRule rule, PackageView algorithm, Map<String, NodePicture> told, Collection<String> avoided) {
        Map<String, Boolean> delivered = deliveries.whereabouts(algorithm.id());
        ReplicaNeeds needs = packages.replicaNeeds(algorithm.id());
        boolean deliverable = algorithm.organisationId().equals(rule.organisationId());
        return told.keySet().stream()
                .filter(code -> !avoided.contains(code))
                .filter(code -> deliverable || delivered.containsKey(code))
                .map(code -> new Host(
                        code, holding(delivered.get(code)), FreeRoom.replicas(algorithm, needs, told.get(code))))
                .toList();
    }

    private static Host.Holding holding(Boolean whole) {
        if (whole == null) {
            return Host.Holding.NOTHING;
        }
        return whole ? Host.Holding.PACKAGE : Host.Holding.COMING;
    }
}
