package org.computility.identity.accounts;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.logging.Logger;
import org.computility.identity.Role;
import org.computility.identity.passwords.PasswordHashes;
import org.computility.shared.keys.SecretBytes;

/**
 * On an empty database, makes the organisation {@code platform} and the account {@code admin}. The password is {@code
 * COMPUTILITY_ADMIN_PASSWORD}, or a new one that the log shows this once.
 */
@Startup
@Singleton
@DependsOn("Migrations")
public class FirstAdministrator {

    private static final Logger LOG = Logger.getLogger(FirstAdministrator.class.getName());
    private static final int PASSWORD_BYTES = 15;

    @Inject
    private Accounts accounts;

    @Inject
    private Organisations organisations;

    @Inject
    private PasswordHashes hashes;

    @Inject
    private Clock clock;

    @PostConstruct
    void appear() {
        accounts.lockFirst();
        if (accounts.total() > 0) {
            return;
        }
        String password = AccountsConfig.current().adminPassword().orElseGet(FirstAdministrator::generated);
        Instant now = clock.instant();
        Organisation platform = Organisation.found("platform", now);
        organisations.session().insert(platform);
        accounts.session()
                .insert(Account.open(
                        "admin", platform.view().id(), Set.of(Role.ADMINISTRATOR), hashes.hash(password), now));
    }

    private static String generated() {
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(SecretBytes.fresh(PASSWORD_BYTES));
        LOG.info(() -> "First start: the account admin has the password " + password + " (shown only this once)");
        return password;
    }
}
