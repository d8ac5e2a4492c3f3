package org.computility.planning.state;

import static org.computility.planning.LockOrder.NOW;

import jakarta.persistence.Tuple;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.computility.planning.PlanningRows;
import org.hibernate.StatelessSession;

/** Instances in every state, wanted, not wanted and held, each time of a periodic plan and of an inspection. */
public final class EveryInstance {

    private final PlanningRows rows;
    private List<Long> plans;
    private UUID[] ids;

    public EveryInstance(StatelessSession session) {
        rows = new PlanningRows(session, NOW);
    }

    /** The steps that instances make when that is done to them. */
    public Set<Transition> after(Consumer<EveryInstance> deed) {
        make();
        Map<UUID, InstanceState> before = states();
        deed.accept(this);
        return states().entrySet().stream()
                .map(entry -> new Transition(before.get(entry.getKey()), entry.getValue()))
                .filter(step -> step.from() != step.to())
                .collect(Collectors.toSet());
    }

    /** The periodic plan and the inspection. */
    public List<Long> plans() {
        return plans;
    }

    public UUID[] ids() {
        return ids.clone();
    }

    /** A column with the same value for each of them. */
    public <V> V[] each(V[] column, V value) {
        V[] all = Arrays.copyOf(column, ids.length);
        Arrays.fill(all, value);
        return all;
    }

    private void make() {
        rows.empty();
        plans = List.of(rows.plan("PERIODIC", true), rows.plan("INSPECTIVE", true));
        for (long plan : plans) {
            for (InstanceState state : InstanceState.values()) {
                rows.instance(plan, state, 0, NOW);
                UUID unwanted = rows.instance(plan, state, 0, NOW);
                rows.write("update task_instance set wanted = false where id = ?1", unwanted);
                UUID held = rows.instance(plan, state, 0, NOW);
                rows.write("update task_instance set wanted = false, held = true where id = ?1", held);
            }
        }
        ids = states().keySet().toArray(UUID[]::new);
    }

    private Map<UUID, InstanceState> states() {
        Map<UUID, InstanceState> states = new HashMap<>();
        rows.all(Tuple.class, "select id, state from task_instance")
                .forEach(row -> states.put(row.get(0, UUID.class), InstanceState.valueOf(row.get(1, String.class))));
        return states;
    }
}
