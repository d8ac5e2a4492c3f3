package org.computility.planning;

import static org.computility.planning.LockOrder.NOW;

import java.lang.reflect.Field;
import java.util.UUID;
import org.computility.planning.drafts.NewPlan;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.state.InstanceState;

/** An instance as it comes from the database, without one: its state is nobody's to set. */
record SomeInstance(InstanceState state) {

    static final String INFO = "{\"AlgoDefCode\":\"M\"}";

    /** In a plan of that mode. */
    TaskInstance of(PlanMode mode, boolean planOn) {
        TaskInstance instance = new TaskInstance();
        set(instance, "id", UUID.randomUUID());
        set(instance, "state", state);
        set(instance, "taskInfo", INFO);
        set(instance, "plan", plan(mode, planOn));
        return instance;
    }

    private static Plan plan(PlanMode mode, boolean on) {
        NewPlan wanted = new NewPlan("p", PlanType.VIDEO_REALTIME, mode, null, null, true, false, null, null);
        Plan plan = Plan.of(wanted, UUID.randomUUID(), NOW);
        if (on) {
            plan.switchOn(null);
        }
        return plan;
    }

    private static void set(TaskInstance instance, String name, Object value) {
        try {
            Field field = TaskInstance.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(instance, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
