package org.computility.demo;

import java.util.Set;
import java.util.UUID;
import org.computility.client.Accounts;
import org.computility.client.Accounts.NewAccount;
import org.computility.client.ComputilityClient;

/** An organisation, its operator, and an account for each node. */
final class People {

    static final String OPERATOR = "demo-operator";
    static final String BUYER = "demo-buyer";

    private final Accounts accounts;
    private final UUID organisation;

    private People(Accounts accounts, UUID organisation) {
        this.accounts = accounts;
        this.organisation = organisation;
    }

    static People found(ComputilityClient administrator, String organisation) {
        Accounts accounts = administrator.accounts();
        return new People(accounts, accounts.foundOrganisation(organisation).id());
    }

    UUID organisation() {
        return organisation;
    }

    /** Somebody who buys. */
    void buyer(String password) {
        accounts.open(new NewAccount(BUYER, password, organisation, Set.of("CONSUMER"), null));
    }

    void operator(String password) {
        accounts.open(new NewAccount(OPERATOR, password, organisation, Set.of("OPERATOR"), null));
    }

    /** The account may register that node only. */
    void device(String username, String password, String computeCode) {
        accounts.open(new NewAccount(username, password, organisation, Set.of("DEVICE"), computeCode));
    }
}
