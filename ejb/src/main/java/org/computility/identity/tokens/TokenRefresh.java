package org.computility.identity.tokens;

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
import java.util.logging.Logger;
import org.computility.shared.database.outage.WhileDatabaseAnswers;
import org.computility.shared.timing.Rounds;

/**
 * Every ten seconds, on every server: the known tokens are read again, so that revoking one takes effect everywhere. Every
 * hour old ones are forgotten.
 */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class TokenRefresh {

    private static final Logger LOG = Logger.getLogger(TokenRefresh.class.getName());

    @Inject
    private KnownTokens tokens;

    @EJB
    private TokenAdministration administration;

    private final Rounds rounds =
            new Rounds(LOG, "The known tokens could not be read again; each is when it is shown.");

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void everyTenSeconds() {
        rounds.run(tokens::refresh);
    }

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "17", persistent = false)
    void everyHour() {
        administration.forgetExpired();
    }
}
