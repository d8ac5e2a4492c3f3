package org.computility.database;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import org.hibernate.engine.jndi.JndiException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;

/**
 * Finds the transaction manager of Payara or WildFly: a Hibernate that the application brings along knows neither by
 * itself.
 */
public class PortableJtaPlatform extends AbstractJtaPlatform {

    private static final long serialVersionUID = 1L;

    @Override
    protected TransactionManager locateTransactionManager() {
        try {
            return (TransactionManager) jndiService().locate("java:appserver/TransactionManager");
        } catch (JndiException notPayara) {
            return (TransactionManager) jndiService().locate("java:jboss/TransactionManager");
        }
    }

    @Override
    protected UserTransaction locateUserTransaction() {
        return (UserTransaction) jndiService().locate("java:comp/UserTransaction");
    }
}
