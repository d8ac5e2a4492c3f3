package org.computility.planning.batch;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.computility.planning.inspection.Group;
import org.computility.planning.inspection.Inspections.Ending;

/** The steps of one plan's inspection; each may be repeated. See {@code Inspections}. */
public interface Steps {

    boolean isRunning();

    Optional<Group> next();

    void begin(Group group);

    Collection<UUID> active();

    /** Those whose node did not confirm. */
    Set<UUID> stop(Collection<UUID> instances, Ending ending);

    void presumeStopped(Collection<UUID> instances, Ending ending);

    void finish(Group group);

    /** Share of the running round that is done when this group is, 0 to 100. */
    double progress();
}
