package org.computility.shared.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Gives every repository the session of the transaction that it is used in. */
@ApplicationScoped
class Sessions {

    // Not @TransactionScoped: Payara looks that scope up so slowly that a statement takes three times as long.
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @PersistenceUnit(unitName = "computility")
    private EntityManagerFactory entities;

    /** Stands for the session of whatever transaction is running; without one, for a new session each time. */
    @Produces
    StatelessSession current() {
        return (StatelessSession) Proxy.newProxyInstance(
                Sessions.class.getClassLoader(),
                new Class<?>[] {StatelessSession.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(session(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private StatelessSession session() {
        SessionFactory factory = entities.unwrap(SessionFactory.class);
        if (transactions.getTransactionKey() == null) {
            // Holds a connection only while a statement runs, so nobody has to close it.
            return factory.openStatelessSession();
        }
        if (transactions.getResource(Sessions.class) instanceof StatelessSession open) {
            return open;
        }
        StatelessSession fresh = factory.openStatelessSession();
        transactions.putResource(Sessions.class, fresh);
        transactions.registerInterposedSynchronization(new Closing(fresh));
        return fresh;
    }

    private record Closing(StatelessSession session) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            session.close();
        }
    }
}
