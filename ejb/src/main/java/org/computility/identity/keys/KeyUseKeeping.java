package org.computility.identity.keys;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import org.computility.identity.tokens.KeyUses;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/** Every minute, on every server: writes down when keys were last used. Every hour old keys are forgotten. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class KeyUseKeeping {

    private static final Logger LOG = Logger.getLogger(KeyUseKeeping.class.getName());

    @Inject
    private KeyUses uses;

    @EJB
    private KeyAdministration keys;

    private final Rounds rounds =
            new Rounds(LOG, "When keys were last used could not be written down; it is tried again in a minute.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "41", persistent = false)
    void everyMinute() {
        rounds.run(this::keep);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "23", persistent = false)
    void everyHour() {
        keys.forgetOld();
    }

    private void keep() {
        Map<UUID, Instant> taken = uses.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            keys.used(taken);
        } catch (RuntimeException e) {
            uses.giveBack(taken);
            throw e;
        }
    }
}
