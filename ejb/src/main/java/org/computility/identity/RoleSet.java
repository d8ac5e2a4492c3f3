package org.computility.identity;

import org.computility.shared.database.ConstantSet;

/** Roles in one column. */
public class RoleSet extends ConstantSet<Role> {

    public RoleSet() {
        super(Role.class);
    }
}
