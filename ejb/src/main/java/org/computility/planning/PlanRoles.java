package org.computility.planning;

import java.util.Set;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;

/** Who may do what with plans. */
final class PlanRoles {

    static final Set<Role> READ = Role.READERS;

    static final Set<Role> WRITE = Role.OPERATORS;

    private PlanRoles() {}

    /** The organisation whose plans the caller may see; null: every organisation's. */
    static UUID scope(Caller caller) {
        return caller.scope();
    }
}
