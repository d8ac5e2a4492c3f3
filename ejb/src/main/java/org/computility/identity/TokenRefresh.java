package org.computility.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Every ten seconds, on every server: the known tokens are read again, so that revoking one takes effect everywhere. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TokenRefresh {

    private static final Logger LOG = Logger.getLogger(TokenRefresh.class.getName());

    @Inject
    private KnownTokens tokens;

    private final AtomicBoolean running = new AtomicBoolean();

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyTenSeconds() {
        if (!running.compareAndSet(false, true)) {
            return;
        }
        try {
            tokens.refresh();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The known tokens could not be read again; each is when it is shown.", e);
        } finally {
            running.set(false);
        }
    }
}
