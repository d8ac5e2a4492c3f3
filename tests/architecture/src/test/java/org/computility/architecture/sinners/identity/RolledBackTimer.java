package org.computility.architecture.sinners.identity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/** Has a transaction on Payara. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RolledBackTimer {

    @WhileDatabaseAnswers
    @Schedule(hour = "*", persistent = false)
    void everyHour() {}
}
