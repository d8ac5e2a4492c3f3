package org.computility.identity.accounts;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Accounts by the names that people use for each other. */
@Stateless
public class AccountNames {

    @Inject
    Accounts accounts;

    /** The account of that user name, in whatever case; a disabled one as well. */
    public Optional<AccountView> named(String username) {
        return accounts.named(username).map(Account::view);
    }

    /** The account of that ID; a disabled one as well. */
    public Optional<AccountView> of(UUID id) {
        return accounts.find(id).map(Account::view);
    }
}
