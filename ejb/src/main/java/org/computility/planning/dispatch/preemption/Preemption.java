package org.computility.planning.dispatch.preemption;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.computility.serving.ServiceKeeping;
import org.computility.serving.ServiceRoom;
import org.computility.shared.database.Columns;

/**
 * Chooses who gives way to instances that found no room, and notes what their nodes made of it. The node ends the one
 * first, then the other starts: there is never more than there is room for. Whoever gave way takes free room again, before
 * everybody of lower priority, and never a place.
 */
@Stateless
public class Preemption {

    /** Whoever was just made room for does not get more in the next moment, if others took it. */
    private static final Duration RECENTLY = Duration.ofSeconds(5);

    /** An instance that its node did not end is asked again after this time at the earliest. */
    private static final Duration SPARED = Duration.ofMinutes(1);

    /** A node has answered by then, or was given up: after 10 s at most. */
    private static final Duration ANSWERED = Duration.ofSeconds(15);

    /** A node that did not end what nobody wants any more is asked again, as after any other stop. */
    private static final Duration ASKED_AGAIN = Duration.ofSeconds(5);

    private static final String TAKES =
            "It takes the place of an instance of lower priority as soon as its node has ended that.";

    private static final String FOLLOWS =
            "It takes the place of an instance that is being stopped as soon as its node has ended that.";

    /** Waiting for room costs one query for all that wait. */
    private static final Duration FOR_ROOM = Duration.ofSeconds(5);

    @Inject
    Preemptions preemptions;

    @EJB
    ServiceKeeping services;

    @Inject
    Clock clock;

    boolean allowed;

    @PostConstruct
    void configure() {
        allowed = PreemptionConfig.current().allowed();
    }

    /** Those of these that gave way before and found no place wait on, and keep saying why. */
    public void waitOn(Collection<UUID> left) {
        if (!left.isEmpty()) {
            preemptions.waitOn(left.toArray(UUID[]::new), clock.instant().plus(FOR_ROOM));
        }
    }

    /**
     * Chooses who gives way to these, within the transaction that found no room for them and holds their services.
     *
     * @param wantingRoom a free stream would admit each of them: nothing else is in its way
     * @param avoided nodes where a freed stream would admit nobody
     */
    public List<Yielding> choose(Collection<UUID> wantingRoom, Predicate<String> avoided) {
        if (wantingRoom.isEmpty() || !allowed) {
            return List.of();
        }
        Instant now = clock.instant();
        UUID[] ids = wantingRoom.toArray(UUID[]::new);
        List<Contender> contenders = preemptions.contenders(ids);
        if (contenders.isEmpty()) {
            return List.of();
        }
        Set<UUID> served = new HashSet<>(preemptions.served(ids, now.minus(RECENTLY)));
        List<Contender> unserved = contenders.stream()
                .filter(contender -> !served.contains(contender.id()))
                .toList();
        Map<UUID, Tenant> chosen = chosen(unserved, avoided, now);
        Set<UUID> following =
                chosen.keySet().stream().filter(id -> chosen.get(id).leaves()).collect(Collectors.toSet());
        preemptions.await(following.toArray(UUID[]::new), FOLLOWS, now);
        chosen.keySet().removeAll(following);
        List<Yielding> yielding = mark(unserved, chosen, now, served);
        preemptions.await(served.toArray(UUID[]::new), TAKES, now);
        return yielding;
    }

    /**
     * Who gives way to that one, or is being stopped for it, as things stand.
     *
     * @param others that find no room, either
     */
    public Optional<Tenant> tenantFor(Contender one, Collection<UUID> others, Predicate<String> avoided) {
        Optional<Tenant> leaving = preemptions.leaving(one.id());
        if (leaving.isPresent() || !allowed) {
            return leaving;
        }
        List<Contender> all = new ArrayList<>(preemptions.contenders(others.toArray(UUID[]::new)));
        all.add(one);
        all.sort(Contender.ORDER);
        return Optional.ofNullable(chosen(all, avoided, clock.instant()).get(one.id()))
                .filter(tenant -> !tenant.leaves());
    }

    private Map<UUID, Tenant> chosen(List<Contender> contenders, Predicate<String> avoided, Instant now) {
        if (contenders.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<UUID, List<Contender>> byOrganisation = contenders.stream()
                .collect(Collectors.groupingBy(Contender::organisationId, TreeMap::new, Collectors.toList()));
        Map<UUID, Tenant> chosen = new LinkedHashMap<>();
        // Two organisations may have the same capability: nobody gives way to a stranger.
        byOrganisation.forEach(
                (organisation, some) -> chosen.putAll(chosen(some, offers(organisation, some, avoided), now)));
        return chosen;
    }

    private Map<UUID, Tenant> chosen(List<Contender> contenders, Map<UUID, Set<String>> offers, Instant now) {
        int highest = contenders.stream().mapToInt(Contender::priority).max().orElse(0);
        UUID[] ids = offers.keySet().toArray(UUID[]::new);
        // First the places that come by themselves.
        List<Tenant> tenants = new ArrayList<>(preemptions.leavers(ids));
        tenants.addAll(preemptions.tenants(ids, highest, now.minus(SPARED), contenders.size()));
        return Precedence.choose(contenders, tenants, offers);
    }

    private Map<UUID, Set<String>> offers(UUID organisation, List<Contender> contenders, Predicate<String> avoided) {
        Set<String> codes = contenders.stream().map(Contender::algoDefCode).collect(Collectors.toSet());
        return services.running(organisation, codes).stream()
                .filter(room -> !avoided.test(room.computeCode()))
                .collect(Collectors.toMap(ServiceRoom::serviceId, ServiceRoom::algoDefCodes));
    }

    private List<Yielding> mark(List<Contender> contenders, Map<UUID, Tenant> chosen, Instant now, Set<UUID> served) {
        if (chosen.isEmpty()) {
            return List.of();
        }
        List<Map.Entry<UUID, Tenant>> pairs = List.copyOf(chosen.entrySet());
        Set<UUID> marked = Set.copyOf(preemptions.order(
                Columns.of(pairs, pair -> pair.getValue().id(), UUID[]::new),
                Columns.of(pairs, Map.Entry::getKey, UUID[]::new),
                now.plus(ANSWERED),
                now));
        Map<UUID, Contender> takers = contenders.stream().collect(Collectors.toMap(Contender::id, Function.identity()));
        List<Yielding> yielding = new ArrayList<>();
        chosen.forEach((id, tenant) -> {
            if (marked.contains(tenant.id())) {
                served.add(id);
                Contender taker = takers.get(id);
                yielding.add(new Yielding(tenant.id(), tenant.computeCode(), taker.number(), taker.priority()));
            }
        });
        return yielding;
    }

    /**
     * Notes what became of these: those that their nodes have ended wait, all others run on.
     *
     * @param refused the words of nodes that did not end them; nothing is said of silent nodes
     */
    public void note(List<Yielding> asked, Set<UUID> ended, Map<UUID, String> refused) {
        Instant now = clock.instant();
        List<Yielding> gone =
                asked.stream().filter(one -> ended.contains(one.id())).toList();
        if (!gone.isEmpty()) {
            preemptions.yielded(ids(gone), Columns.of(gone, Yielding::reason, String[]::new), now);
        }
        List<Yielding> there =
                asked.stream().filter(one -> !ended.contains(one.id())).toList();
        if (!there.isEmpty()) {
            preemptions.spared(
                    ids(there),
                    Columns.of(there, one -> refused.get(one.id()), String[]::new),
                    now.plus(ASKED_AGAIN),
                    now);
        }
    }

    private static UUID[] ids(List<Yielding> some) {
        return Columns.of(some, Yielding::id, UUID[]::new);
    }
}
