package org.computility.planning.batch;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections;
import org.computility.planning.inspection.Inspections.Ending;

/** The steps as the room {@code planning} takes them. */
record RoomSteps(Inspections inspections, long planId, long runId) implements Steps {

    @Override
    public boolean isRunning() {
        return inspections.isRunning(planId, runId);
    }

    @Override
    public Optional<Group> next() {
        return inspections.next(planId, runId);
    }

    @Override
    public void begin(Group group) {
        inspections.begin(group);
    }

    @Override
    public Collection<UUID> active() {
        return inspections.active(planId);
    }

    @Override
    public Set<UUID> stop(Collection<UUID> instances, Ending ending) {
        return inspections.stop(instances, ending);
    }

    @Override
    public void presumeStopped(Collection<UUID> instances, Ending ending) {
        inspections.presumeStopped(instances, ending);
    }

    @Override
    public void finish(Group group) {
        inspections.finish(group);
    }

    @Override
    public double progress() {
        return inspections.progress(planId);
    }
}
