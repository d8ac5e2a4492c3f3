package org.computility.serving;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.connector.accelerator.LoadedService;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/**
 * Keeps what the platform knows about services, one transaction a method. Callers of the room use {@link AlgorithmServices};
 * planning asks here for room.
 */
@Stateless
public class ServiceKeeping {

    /** Longer than the tasks have to leave and its node to answer. */
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(30);

    /** A node that did not answer a load or an unload is asked after that what it holds: a service that was closed counts as leaving by then. */
    public static final Duration ASKED_AFTER = LEAVES_WITHIN.plusSeconds(5);

    /**
     * What a comparison found out about a service.
     *
     * @param asked when its node was asked; a row that changed since is newer
     * @param gone whether the node does not hold it any more
     */
    public record Report(String computeCode, Instant asked, LoadedService service, boolean gone) {

        UUID serviceId() {
            return UUID.fromString(service.serviceId());
        }
    }

    @Inject
    Services services;

    @Inject
    Clock clock;

    @Inject
    Event<ServicesUnloaded> unloaded;

    /**
     * Running services of these organisations that offer one of these capabilities. Their rows are locked until the running
     * transaction ends, so that two dispatchers never give the same room away.
     */
    public List<ServiceRoom> lockRunning(Set<UUID> organisations, Set<String> algoDefCodes) {
        return services.lockRunning(organisations.toArray(new UUID[0]), algoDefCodes.toArray(new String[0])).stream()
                .map(AlgorithmService::room)
                .toList();
    }

    /** Running services of the organisation that offer one of these capabilities, not locked: their room may change. */
    public List<ServiceRoom> running(UUID organisationId, Set<String> algoDefCodes) {
        return services.running(organisationId, algoDefCodes.toArray(new String[0])).stream()
                .map(AlgorithmService::room)
                .toList();
    }

    /** All services of the organisation, in whatever state. */
    public List<Standing> ofOrganisation(UUID organisationId) {
        return services.ofOrganisation(organisationId).stream()
                .map(AlgorithmService::standing)
                .toList();
    }

    /** A service, and whether it runs. */
    public record Standing(ServiceRoom room, boolean running) {}

    /** Those of these services that run. Their rows are locked as {@link #lockRunning(Set, Set)} locks them. */
    public List<ServiceRoom> lockRunning(Set<UUID> serviceIds) {
        return services.lockRunning(serviceIds.toArray(new UUID[0])).stream()
                .map(AlgorithmService::room)
                .toList();
    }

    /**
     * The capabilities that a service of the organisation offers, in whatever state it is.
     *
     * @throws NotFound {@code service-unknown}
     */
    public Set<String> algoDefCodes(UUID serviceId, UUID organisationId) {
        return services.find(serviceId, organisationId)
                .map(AlgorithmService::algoDefCodes)
                .orElseThrow(() -> new NotFound(
                        "service-unknown", new Member("serviceId"), "There is no service " + serviceId + "."));
    }

    /** A service, in whatever state, whoever owns it. */
    public Optional<LoadedState> find(UUID serviceId) {
        return services.find(serviceId).map(AlgorithmService::loaded);
    }

    /** The organisation's services that offer the capability, in whatever state, the newest first. */
    public List<LoadedState> offering(UUID organisationId, String algoDefCode) {
        return services.offering(organisationId, algoDefCode).stream()
                .map(AlgorithmService::loaded)
                .toList();
    }

    /**
     * Notes another number of replicas: from now on dispatch reckons with that room. False where the service is gone, or no
     * longer has as many replicas as {@code before} says.
     */
    public boolean resize(AllowedService before, int replicas) {
        AllowedService after = before.with(replicas);
        return services.resize(before.id(), before.replicas(), replicas, after.slots());
    }

    /**
     * Nothing gets a place at the service from now on, which the caller unloads: until it is gone or {@link #reopen} is called.
     * Where neither has come after half a minute, because its node did not answer or this server died, {@link HeldServices} tells of it.
     */
    public void close(UUID serviceId) {
        services.close(serviceId, clock.instant().plus(LEAVES_WITHIN));
    }

    /** The service stays, and takes tasks again. */
    public void reopen(UUID serviceId) {
        services.reopen(serviceId);
    }

    /** Notes a service that is about to be loaded. */
    public void open(AllowedService service) {
        services.session().insert(AlgorithmService.open(service, clock.instant()));
    }

    /** Forgets services, and tells the rooms that run tasks on them. */
    public void forget(List<UUID> serviceIds) {
        tell(Set.copyOf(services.delete(serviceIds.toArray(new UUID[0]))));
    }

    /**
     * Takes over what comparisons found out; what changed since a node was asked stays. What a service ran that is gone
     * is gone with it, whatever its node says of its tasks.
     */
    public void takeOver(List<Report> reports) {
        Set<UUID> changed = Set.copyOf(services.takeOver(reports, clock.instant()));
        tell(reports.stream()
                .filter(report -> report.gone() && changed.contains(report.serviceId()))
                .map(Report::serviceId)
                .collect(Collectors.toSet()));
    }

    /** Of all at once, so that what they ran is locked in one order. */
    private void tell(Set<UUID> gone) {
        if (!gone.isEmpty()) {
            unloaded.fire(new ServicesUnloaded(gone));
        }
    }
}
