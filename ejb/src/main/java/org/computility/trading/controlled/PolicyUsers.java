package org.computility.trading.controlled;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import java.util.UUID;
import org.computility.identity.accounts.AccountNames;
import org.computility.identity.accounts.AccountView;
import org.computility.identity.accounts.OrganisationNames;
import org.computility.shared.UuidText;

/** Whom policies name: accounts by their ID or their user name, organisations by their ID. */
@Dependent
class PolicyUsers {

    @EJB
    AccountNames accounts;

    @EJB
    OrganisationNames organisations;

    /** The name of that organisation. */
    Optional<String> group(UUID id) {
        return organisations.of(id);
    }

    Optional<AccountView> find(String id) {
        return UuidText.read(id).map(accounts::of).orElseGet(() -> accounts.named(id));
    }
}
