package org.computility.client;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.computility.client.wire.Family;
import org.computility.client.wire.Transport;
import org.computility.client.wire.Types;

/** Organisations and accounts; for administrators. */
public final class Accounts {

    private static final String ORGANISATIONS = "/platform/v1/organisations";
    private static final String ACCOUNTS = "/platform/v1/accounts";

    private final Transport transport;

    Accounts(Transport transport) {
        this.transport = transport;
    }

    /** An organisation. */
    public record Organisation(UUID id, String name, Instant createdAt) {}

    /** The name of an organisation to be. */
    public record NewOrganisation(String name) {}

    /** An account; {@code computeCode} is the code, or its beginning, that a device may register. */
    public record Account(
            UUID id,
            String username,
            UUID organisationId,
            Set<String> roles,
            String computeCode,
            boolean enabled,
            Instant createdAt) {}

    /** An account to be; {@code computeCode} may be null. */
    public record NewAccount(
            String username, String password, UUID organisationId, Set<String> roles, String computeCode) {

        /** Without the password. */
        @Override
        public String toString() {
            return "NewAccount[" + username + "]";
        }
    }

    /** What to change on an account; null leaves a member as it is. */
    public record AccountChange(String password, Set<String> roles, Boolean enabled) {

        /** Without the password. */
        @Override
        public String toString() {
            return "AccountChange[roles=" + roles + ", enabled=" + enabled + "]";
        }
    }

    /** Founds an organisation. */
    public Organisation foundOrganisation(String name) {
        return transport.call(Family.PLATFORM, "POST", ORGANISATIONS, new NewOrganisation(name), Organisation.class);
    }

    /** The organisations, by page from 1. */
    public Page<Organisation> organisations(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                ORGANISATIONS,
                Map.of("page", page, "pageSize", pageSize),
                null,
                Types.pageOf(Organisation.class));
    }

    /** One organisation. */
    public Organisation organisation(UUID id) {
        return transport.call(Family.PLATFORM, "GET", ORGANISATIONS + "/" + id, null, Organisation.class);
    }

    /** The caller's own account. */
    public Account me() {
        return transport.call(Family.PLATFORM, "GET", ACCOUNTS + "/me", null, Account.class);
    }

    /** One account. */
    public Account get(UUID id) {
        return transport.call(Family.PLATFORM, "GET", ACCOUNTS + "/" + id, null, Account.class);
    }

    /** Opens an account. */
    public Account open(NewAccount account) {
        return transport.call(Family.PLATFORM, "POST", ACCOUNTS, account, Account.class);
    }

    /** The accounts, by page from 1. */
    public Page<Account> list(int page, int pageSize) {
        return transport.call(
                Family.PLATFORM,
                "GET",
                ACCOUNTS,
                Map.of("page", page, "pageSize", pageSize),
                null,
                Types.pageOf(Account.class));
    }

    /** Changes an account. */
    public Account change(UUID id, AccountChange change) {
        return transport.call(Family.PLATFORM, "PATCH", ACCOUNTS + "/" + id, change, Account.class);
    }
}
