package org.computility.identity.accounts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code account}. */
interface Accounts {

    StatelessSession session();

    @Find
    Optional<Account> find(UUID id);

    /** The account of that user name, in whatever case. */
    @HQL("where lower(username) = lower(:username)")
    Optional<Account> named(String username);

    /** One page of what the query asks for, by user name. */
    default Page<Account> page(AccountQuery query, PageRequest page) {
        Search<Account> found = new Search<>(session(), Account.class)
                .containing(Account_.username, query.username())
                .equal(Account_.organisationId, query.organisationId())
                .equal(Account_.enabled, query.enabled());
        return holding(found, query.role()).page(page, Map.of(), Order.asc(Account_.username));
    }

    /** Narrows the search to accounts that hold the role; null narrows nothing. */
    default Search<Account> holding(Search<Account> accounts, Role role) {
        return role == null
                ? accounts
                : accounts.where(
                        (b, account) -> b.like(account.get(Account_.roles).cast(String.class), "%|" + role + "|%"));
    }

    /** The administrators that are enabled, locked in a fixed order until the transaction ends. */
    @SQL("select * from account where enabled and roles like '%|ADMINISTRATOR|%' order by id for no key update")
    List<Account> lockAdministrators();

    @HQL("select count(*) from Account")
    long total();

    /** Servers that start together on an empty database wait here for the first, until its transaction ends. */
    @SQL("select cast(pg_advisory_xact_lock(hashtext('first_administrator')) as text)")
    String lockFirst();
}
