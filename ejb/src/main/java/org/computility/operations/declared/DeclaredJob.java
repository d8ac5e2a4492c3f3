package org.computility.operations.declared;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.computility.identity.Role;

/**
 * A batch job that people or the clock start. The room of the job declares it by one CDI bean of this type; no other place
 * knows the job's name, parameters or time. At most one run of a declared job is active at a time.
 */
public interface DeclaredJob {

    /** Of the job XML, without its ending. */
    String name();

    /** In the order in which people are asked for them; none, unless the job says others. */
    default List<JobParameter> parameters() {
        return List.of();
    }

    /** Who may start a run by hand; administrators, unless the job says others. */
    default Set<Role> startedBy() {
        return Set.of(Role.ADMINISTRATOR);
    }

    /** When the clock starts a run with the parameters' defaults; empty: never. */
    Optional<? extends JobTime> schedule();
}
