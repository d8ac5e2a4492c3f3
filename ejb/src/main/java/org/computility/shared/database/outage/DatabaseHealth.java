package org.computility.shared.database.outage;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.computility.shared.database.Migrations;

/** Whether this server can work: the schema is in place and the database answers. */
@Stateless
public class DatabaseHealth {

    @Inject
    private DatabaseState state;

    @EJB
    private Migrations migrations;

    /** Never throws and never waits; the reason of a no is in the log. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isReady() {
        return migrations.done() && !state.isAway();
    }
}
