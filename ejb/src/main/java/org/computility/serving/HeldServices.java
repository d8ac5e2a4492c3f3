package org.computility.serving;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.compute.Accelerators;
import org.computility.compute.NodeAddresses;
import org.computility.compute.events.NodeHolding;
import org.computility.compute.events.NodeReconciliation;
import org.computility.compute.events.Told;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.AcceleratorConnection;
import org.computility.connector.accelerator.LoadedService;
import org.computility.shared.BusinessFailure;
import org.computility.shared.Unavailable;

/**
 * The services that nodes hold: reports are taken over, a service that its node lacks is no longer loaded, a stranger
 * is unloaded, unless it belongs to another node that has got the same address. Another number of replicas is told on, and so is
 * an unload that got no answer.
 */
@ApplicationScoped
public class HeldServices implements NodeHolding<LoadedService> {

    private static final Logger LOG = Logger.getLogger(HeldServices.class.getName());

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LATER = Duration.ofSeconds(30);

    @Inject
    Services services;

    @EJB
    ServiceKeeping keeping;

    @EJB
    Accelerators accelerators;

    @Inject
    NodeAddresses addresses;

    @EJB
    NodeReconciliation reconciliation;

    @Inject
    Event<OtherReplicas> otherReplicas;

    @Inject
    Event<SameReplicas> sameReplicas;

    @Inject
    Event<UnansweredUnload> unansweredUnloads;

    /**
     * A node runs a service with another number of replicas than the service should have: a change is being made, or one of two
     * came last at the node and first here. Who asks the node because of it throws {@link Unavailable} where the node is silent.
     */
    public record OtherReplicas(UUID serviceId, int there, int wanted) {}

    /** A service has as many replicas at its node as here. */
    public record SameReplicas(UUID serviceId) {}

    /**
     * Nobody has heard whether a service was unloaded. Who asks the node because of it throws {@link Unavailable} where the node is
     * silent.
     *
     * @param there whether its node holds it
     */
    public record UnansweredUnload(UUID serviceId, boolean there) {}

    @Override
    public List<LoadedService> ask(AcceleratorConnection node) throws RuntimeFailure {
        return node.services();
    }

    @Override
    public Set<String> expectedAt(Collection<String> computeCodes) {
        return Set.copyOf(services.nodesOf(computeCodes.toArray(String[]::new)));
    }

    @Override
    public void compare(List<Told<LoadedService>> told) {
        Map<String, List<KnownService>> known = services
                .known(told.stream().map(Told::computeCode).toList())
                .stream()
                .collect(Collectors.groupingBy(KnownService::computeCode));
        List<ServiceKeeping.Report> news = new ArrayList<>();
        for (Told<LoadedService> one : told) {
            List<KnownService> ours = known.getOrDefault(one.computeCode(), List.of());
            news.addAll(news(one, ours));
        }
        if (!news.isEmpty()) {
            keeping.takeOver(news);
            // What the node still runs of a service that it has lost runs somewhere else now: it is stopped there.
            news.stream()
                    .filter(ServiceKeeping.Report::gone)
                    .forEach(report -> reconciliation.compareAfter(report.computeCode(), SOON));
        }
        // Last, because nodes are asked, which may take long.
        for (Told<LoadedService> one : told) {
            List<KnownService> ours = known.getOrDefault(one.computeCode(), List.of());
            boolean answers = unloadStrangers(one, ours);
            tellOn(one, ours, answers);
        }
    }

    /** What the platform does not know yet about the services that it knows. */
    private static List<ServiceKeeping.Report> news(Told<LoadedService> told, List<KnownService> ours) {
        Map<String, LoadedService> there = there(told);
        List<ServiceKeeping.Report> news = new ArrayList<>();
        for (KnownService known : ours) {
            LoadedService reported = there.get(known.id().toString());
            boolean gone = reported == null && known.mustBeThere(told.asked());
            LoadedService now = gone ? known.gone() : reported;
            if (now != null && !known.is(now)) {
                news.add(new ServiceKeeping.Report(told.computeCode(), told.asked(), now, gone));
            }
        }
        return news;
    }

    private static Map<String, LoadedService> there(Told<LoadedService> told) {
        return told.held().stream()
                .collect(Collectors.toMap(LoadedService::serviceId, Function.identity(), (first, second) -> second));
    }

    /** Once the node is silent, it is asked nothing more: the rest is told on at its next comparison. */
    private void tellOn(Told<LoadedService> told, List<KnownService> ours, boolean answers) {
        Map<String, LoadedService> there = there(told);
        boolean heard = answers;
        List<KnownService> byChance = new ArrayList<>(ours);
        // One at which the node hangs each time must not keep the others from being told of for ever.
        Collections.shuffle(byChance);
        for (KnownService known : byChance) {
            LoadedService reported = there.get(known.id().toString());
            if (known.shouldHaveLeft(told.asked())) {
                UnansweredUnload unload = new UnansweredUnload(known.id(), reported != null);
                if (!unload.there()) {
                    // Nobody is asked for that.
                    unansweredUnloads.fire(unload);
                } else {
                    heard = heard && told(() -> unansweredUnloads.fire(unload));
                }
            } else if (reported != null && known.hasOtherReplicas(reported)) {
                OtherReplicas other = new OtherReplicas(known.id(), reported.replicas(), known.replicas());
                heard = heard && told(() -> otherReplicas.fire(other));
            } else if (reported != null && reported.replicas() == known.replicas()) {
                sameReplicas.fire(new SameReplicas(known.id()));
            }
        }
    }

    /** False where the node was asked because of it and is silent. */
    private static boolean told(Runnable news) {
        try {
            news.run();
            return true;
        } catch (Unavailable e) {
            LOG.log(Level.FINE, "The node is asked nothing more for now: {0}", e.getMessage());
            return false;
        }
    }

    /**
     * False when the node is silent. The rows were read after the answer came, and a row is written before a node hears of its
     * service.
     */
    private boolean unloadStrangers(Told<LoadedService> told, List<KnownService> ours) {
        Set<String> known = ids(ours);
        List<String> strangers = told.held().stream()
                .map(LoadedService::serviceId)
                .filter(service -> !known.contains(service))
                .toList();
        if (strangers.isEmpty()) {
            return true;
        }
        Set<String> neighbours = ids(services.known(List.copyOf(addresses.neighboursOf(told.computeCode()))));
        for (String service : strangers) {
            if (!neighbours.contains(service) && !unload(told.computeCode(), service)) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> ids(List<KnownService> services) {
        return services.stream().map(service -> service.id().toString()).collect(Collectors.toSet());
    }

    /** False when the node does not answer: then it is not asked for its other strangers now, but all of it is asked for later. */
    private boolean unload(String computeCode, String serviceId) {
        try {
            accelerators.call(computeCode, connection -> {
                connection.unloadService(serviceId);
                return serviceId;
            });
            return true;
        } catch (BusinessFailure e) {
            LOG.log(Level.INFO, "Compute {0} keeps service {1}, which is not the platform''s: {2}", new Object[] {
                computeCode, serviceId, e.getMessage()
            });
            if (e instanceof Unavailable) {
                reconciliation.compareAfter(computeCode, LATER);
            }
            return !(e instanceof Unavailable);
        }
    }
}
