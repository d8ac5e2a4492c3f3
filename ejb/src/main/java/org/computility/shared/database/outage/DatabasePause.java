package org.computility.shared.database.outage;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** What {@link WhileDatabaseAnswers} says. */
@Interceptor
@WhileDatabaseAnswers
@Priority(Interceptor.Priority.APPLICATION)
public class DatabasePause {

    @Inject
    private DatabaseState database;

    @AroundTimeout
    Object unlessAway(InvocationContext round) throws Exception {
        return database.isAway() ? null : round.proceed();
    }
}
