package org.computility.shared.rest.health;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import org.computility.shared.database.outage.DatabaseState;
import org.computility.shared.database.outage.Outage;

/**
 * Refuses calls while the database is away (503): each would fail, hold a thread for long if the database hangs, and
 * leave its trace in the log. It comes before the mark of the audit, which could not be written either.
 */
@Priority(DatabaseFilter.BEFORE_ALL)
final class DatabaseFilter implements ContainerRequestFilter {

    static final int BEFORE_ALL = -100;

    private final DatabaseState database;

    DatabaseFilter(DatabaseState database) {
        this.database = database;
    }

    @Override
    public void filter(ContainerRequestContext call) {
        if (database.isAway()) {
            throw Outage.refusal();
        }
    }
}
