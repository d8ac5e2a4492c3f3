package org.computility.planning;

import org.computility.identity.Role;

/** Who may do what with plans. */
final class PlanRoles {

    static final Role[] READ = {
        Role.ADMINISTRATOR, Role.OPERATOR, Role.AUDITOR, Role.PROVIDER, Role.CONSUMER, Role.PLATFORM
    };

    static final Role[] WRITE = {Role.ADMINISTRATOR, Role.OPERATOR};

    private PlanRoles() {}
}
