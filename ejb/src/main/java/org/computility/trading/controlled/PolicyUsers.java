package org.computility.trading.controlled;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.computility.identity.accounts.AccountNames;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.UuidText;

/** The accounts that policies name, by their ID or their user name. */
@Dependent
class PolicyUsers {

    @EJB
    AccountNames accounts;

    Optional<AccountView> find(String id) {
        return UuidText.read(id).map(accounts::of).orElseGet(() -> accounts.named(id));
    }
}
