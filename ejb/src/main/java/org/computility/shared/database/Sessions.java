package org.computility.shared.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
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

    @Inject
    private EntityFactory entities;

    private SessionFactory factory;

    @PostConstruct
    void open() {
        factory = entities.sessions();
    }

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
        if (!isJoinable()) {
            // Holds a connection only while a statement runs, so nobody has to close it.
            return factory.openStatelessSession();
        }
        if (transactions.getResource(Sessions.class) instanceof StatelessSession open) {
            return open;
        }
        StatelessSession fresh = factory.openStatelessSession();
        transactions.registerInterposedSynchronization(new Closing(fresh));
        transactions.putResource(Sessions.class, fresh);
        return fresh;
    }

    /** Not while observers hear that a transaction is over: the transaction's session is closed by then. */
    private boolean isJoinable() {
        if (transactions.getTransactionKey() == null) {
            return false;
        }
        int status = transactions.getTransactionStatus();
        return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
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
