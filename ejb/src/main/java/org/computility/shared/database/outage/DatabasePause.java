package org.computility.shared.database.outage;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What {@link WhileDatabaseAnswers} says. A round that fails is logged, and the next one comes: Payara takes a timer away for
 * good whose rounds have thrown twice.
 */
@Interceptor
@WhileDatabaseAnswers
@Priority(Interceptor.Priority.APPLICATION)
public class DatabasePause {

    private static final Logger LOG = Logger.getLogger(DatabasePause.class.getName());

    @Inject
    private DatabaseState database;

    @AroundTimeout
    Object unlessAway(InvocationContext round) {
        try {
            return database.isAway() ? null : round.proceed();
        } catch (Exception e) {
            if (Outage.isOne(e)) {
                database.missed(e);
            } else {
                LOG.log(Level.SEVERE, e, () -> "A round of " + round.getMethod() + " failed");
            }
            return null;
        }
    }
}
