package org.computility.identity.login;

import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;

/** The rows of accounts, as a login reads them. */
interface KnownAccounts {

    StatelessSession session();

    /** The account of that user name, in whatever case. */
    @HQL("""
            select id, username, passwordHash, organisationId, roles, computeCode, enabled
            from Account where lower(username) = lower(:username)
            """)
    Optional<KnownAccount> find(String username);
}
