package org.computility.planning;

import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.Role;

/** Who may do what with plans. */
final class PlanRoles {

    static final Role[] READ = {
        Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR, Role.PROVIDER, Role.CONSUMER, Role.PLATFORM
    };

    static final Role[] WRITE = {Role.ADMINISTRATOR, Role.OPERATOR};

    private PlanRoles() {}

    /** The organisation whose plans the caller may see; null: every organisation's. */
    static UUID scope(Caller caller) {
        return caller.is(Role.ADMINISTRATOR) ? null : caller.organisationId();
    }
}
