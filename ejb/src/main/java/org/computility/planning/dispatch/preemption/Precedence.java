package org.computility.planning.dispatch.preemption;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Who gives way to whom in one organisation: each contender, the first in front, takes the place of the first tenant that it outranks at a
 * service that may run it. Nobody gives way twice. Without a database and without a node.
 */
public final class Precedence {

    private Precedence() {}

    /**
     * Who gives way, by the contender; a contender for whom nobody does is not in the map.
     *
     * @param contenders in the order of their claims
     * @param tenants in the order in which they give way: first who leaves anyway, then the lowest priority, of equals the
     *     youngest
     * @param offers what each service can do; services that are not in it admit nobody
     */
    public static Map<UUID, Tenant> choose(
            List<Contender> contenders, List<Tenant> tenants, Map<UUID, Set<String>> offers) {
        Map<List<Object>, Deque<Tenant>> queues = new HashMap<>();
        Set<UUID> gone = new HashSet<>();
        Map<UUID, Tenant> chosen = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            Deque<Tenant> queue = queues.computeIfAbsent(
                    List.of(contender.algoDefCode(), Objects.toString(contender.pinned())),
                    kind -> suiting(contender, tenants, offers));
            while (!queue.isEmpty() && gone.contains(queue.peek().id())) {
                queue.poll();
            }
            if (!queue.isEmpty() && contender.outranks(queue.peek())) {
                Tenant tenant = queue.poll();
                gone.add(tenant.id());
                chosen.put(contender.id(), tenant);
            }
        }
        return chosen;
    }

    private static Deque<Tenant> suiting(Contender contender, List<Tenant> tenants, Map<UUID, Set<String>> offers) {
        Deque<Tenant> suiting = new ArrayDeque<>();
        for (Tenant tenant : tenants) {
            if ((contender.pinned() == null || contender.pinned().equals(tenant.serviceId()))
                    && offers.getOrDefault(tenant.serviceId(), Set.of()).contains(contender.algoDefCode())) {
                suiting.add(tenant);
            }
        }
        return suiting;
    }
}
