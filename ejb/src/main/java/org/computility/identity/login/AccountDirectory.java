package org.computility.identity.login;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;

/** Accounts as a login reads them: outside any transaction, since the slow hash comes next. */
@Stateless
public class AccountDirectory {

    @Inject
    private KnownAccounts accounts;

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<KnownAccount> find(String username) {
        return accounts.find(username);
    }
}
