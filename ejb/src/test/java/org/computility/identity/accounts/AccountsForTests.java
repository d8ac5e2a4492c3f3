package org.computility.identity.accounts;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.passwords.PasswordsForTests;
import org.computility.identity.tokens.TokensForTests;
import org.computility.shared.FiredEvents;
import org.computility.shared.database.TestSessions;

/** Accounts of one organisation, without a server. */
public final class AccountsForTests {

    public static final String ORGANISATION = "Water Bureau";

    private final TestSessions sessions;
    private final CurrentCaller current;
    private final AccountAdministration accounts = new AccountAdministration();
    private final OrganisationAdministration organisations = new OrganisationAdministration();
    private final UUID organisation;

    /** Founds the organisation; the caller is an administrator then. */
    public AccountsForTests(TestSessions sessions, CurrentCaller current) {
        this.sessions = sessions;
        this.current = current;
        accounts.accounts = new Accounts_(sessions.current());
        accounts.organisations = new Organisations_(sessions.current());
        accounts.caller = current;
        accounts.passwords = PasswordsForTests.newPasswords();
        accounts.tokens = TokensForTests.over(sessions.current());
        accounts.changes = new FiredEvents<AccountChanged>();
        accounts.clock = Clock.systemUTC();
        organisations.organisations = accounts.organisations;
        organisations.caller = current;
        organisations.clock = Clock.systemUTC();
        current.set(new Caller(UUID.randomUUID(), "admin", UUID.randomUUID(), Set.of(Role.ADMINISTRATOR), null));
        organisation = found(ORGANISATION);
    }

    public AccountAdministration accounts() {
        return accounts;
    }

    public OrganisationAdministration organisations() {
        return organisations;
    }

    public UUID organisation() {
        return organisation;
    }

    /** Another organisation. */
    public UUID found(String name) {
        return sessions.commit(() -> organisations.found(name)).id();
    }

    /** An account of the organisation; the caller is an administrator then. */
    public UUID open(String username, Role... roles) {
        current.set(new Caller(UUID.randomUUID(), "admin", UUID.randomUUID(), Set.of(Role.ADMINISTRATOR), null));
        return sessions.commit(() ->
                        accounts.open(new NewAccount(username, "a long password", organisation, Set.of(roles), null)))
                .id();
    }
}
