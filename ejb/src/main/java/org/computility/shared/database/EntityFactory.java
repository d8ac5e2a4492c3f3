package org.computility.shared.database;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.SessionFactory;

/**
 * Has the persistence unit injected. A session bean, because WildFly starts plain CDI beans without waiting for the
 * persistence units that they name: such an application is deployed one time and refused the next. And no singleton,
 * because Payara makes one singleton at a time: a timer's thread that makes {@link Sessions} would wait for the thread
 * that starts the application, and that thread for {@code Sessions}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class EntityFactory {

    @PersistenceUnit(unitName = "computility")
    private EntityManagerFactory entities;

    /** The one factory of all sessions. */
    public SessionFactory sessions() {
        return entities.unwrap(SessionFactory.class);
    }
}
