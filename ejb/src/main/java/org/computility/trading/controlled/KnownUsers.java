package org.computility.trading.controlled;

import java.util.List;
import java.util.UUID;

/** Whom a policy names, by the IDs of accounts and of organisations. */
public record KnownUsers(List<UUID> accounts, List<UUID> organisations) {

    public KnownUsers {
        accounts = List.copyOf(accounts);
        organisations = List.copyOf(organisations);
    }
}
