package org.computility.trading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountNames;
import org.computility.identity.accounts.AccountView;
import org.computility.identity.accounts.OrganisationNames;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;

/** A database with accounts, and whoever calls. */
public final class MarketForTests {

    public final DataSource database = TestDatabase.fresh();
    public final TestSessions sessions = new TestSessions(database);
    public final CurrentCaller caller = new CurrentCaller();

    private final Map<String, AccountView> accounts = new HashMap<>();

    /** Who acts, by the accounts that were opened here. */
    public Parties parties() {
        Parties parties = new Parties();
        parties.caller = caller;
        parties.accounts = accounts();
        return parties;
    }

    /** The accounts that were opened here. */
    public AccountNames accounts() {
        return new AccountNames() {
            @Override
            public Optional<AccountView> named(String username) {
                return Optional.ofNullable(accounts.get(username));
            }

            @Override
            public Optional<AccountView> of(UUID id) {
                return accounts.values().stream()
                        .filter(account -> account.id().equals(id))
                        .findFirst();
            }
        };
    }

    /** The names of the organisations that were opened here. */
    public OrganisationNames organisations() {
        return new OrganisationNames() {
            @Override
            public Optional<String> of(UUID id) {
                return Optional.of("o " + id);
            }
        };
    }

    /** An organisation. */
    public UUID organisation() {
        UUID id = UUID.randomUUID();
        run("insert into organisation values ('%s', 'o %s', now())".formatted(id, id));
        return id;
    }

    /** An account that {@link #be} can be. */
    public void open(String username, UUID organisation, Role... roles) {
        UUID id = UUID.randomUUID();
        run("insert into account values ('%s', 0, '%s', '', '%s', '', null, true, now())"
                .formatted(id, username, organisation));
        accounts.put(username, new AccountView(id, username, organisation, Set.of(roles), null, true, Instant.EPOCH));
    }

    /** From now on this account calls, in this thread. */
    public void be(String username) {
        AccountView account = accounts.get(username);
        caller.set(new Caller(account.id(), username, account.organisationId(), account.roles(), null));
    }

    /** Changes the database. */
    public void run(String statement) {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
