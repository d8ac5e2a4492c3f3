package org.computility.identity.accounts;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.passwords.NewPasswords;
import org.computility.identity.tokens.TokenAdministration;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;

/**
 * The accounts. Administrators manage all of them; operators the device accounts of their own organisation, which they
 * need for its nodes (T/BAX 0006.5 B.1).
 */
@Stateless
public class AccountAdministration {

    @Inject
    Accounts accounts;

    @Inject
    Organisations organisations;

    @Inject
    CurrentCaller caller;

    @Inject
    NewPasswords passwords;

    @Inject
    TokenAdministration tokens;

    @Inject
    Event<AccountChanged> changes;

    @Inject
    Clock clock;

    /** Conflict {@code account-exists} when the user name is taken, in whatever case. */
    public AccountView open(NewAccount request) {
        mayManage(request.organisationId(), request.roles());
        requireOrganisation(request.organisationId());
        return open(request, passwords.hash(request.password()));
    }

    /** The same with the hash of the password, which was judged when it was sent. */
    public AccountView openHashed(NewAccount request) {
        mayManage(request.organisationId(), request.roles());
        requireOrganisation(request.organisationId());
        return open(request, request.password());
    }

    private AccountView open(NewAccount request, String passwordHash) {
        Account account = Account.open(
                request.username(), request.organisationId(), request.roles(), passwordHash, clock.instant());
        account.bindTo(request.computeCode());
        UniqueKey.keep(
                () -> accounts.session().insert(account),
                () -> new Conflict("account-exists", new Member("username"), "An account has this user name already."));
        return account.view();
    }

    /**
     * Changes what the request names. A changed password ends all tokens of the account. The tokens of a disabled account are refused as those of a
     * disabled account until they expire, and end when it is enabled again.
     */
    public AccountView change(UUID id, AccountChange change) {
        List<Account> administrators = administratorsBefore(change, manageable(id));
        Account account = manageable(id);
        boolean wasAdministrator = account.isActiveAdministrator();
        changePlace(account, change);
        changeAccess(account, change);
        accounts.session().update(account);
        if (wasAdministrator && !account.isActiveAdministrator()) {
            requireAnotherAdministrator(administrators, account);
        }
        changes.fire(new AccountChanged(id));
        return account.view();
    }

    /** NotFound {@code account-unknown} also for accounts that the caller may not manage. */
    public AccountView get(UUID id) {
        return manageable(id).view();
    }

    /** Whether the caller manages the account. */
    public boolean isManaged(UUID id) {
        Caller known = caller.get();
        return accounts.find(id).filter(account -> account.isManagedBy(known)).isPresent();
    }

    /** The caller's own account. */
    public AccountView own() {
        return accounts.find(caller.get().accountId()).orElseThrow().view();
    }

    /** The accounts that the caller manages, by user name. */
    public Page<AccountView> list(AccountQuery asked, PageRequest page) {
        Caller known = caller.require(Role.OPERATORS);
        AccountQuery visible = known.is(Role.ADMINISTRATOR)
                ? asked
                : new AccountQuery(asked.username(), known.organisationId(), Role.DEVICE, asked.enabled());
        return accounts.page(visible, page).map(Account::view);
    }

    private void changePlace(Account account, AccountChange change) {
        if (change.roles() != null || change.organisationId() != null) {
            UUID organisation = change.organisationId() == null ? account.organisationId() : change.organisationId();
            Set<Role> roles = change.roles() == null ? account.roles() : change.roles();
            mayManage(organisation, roles);
            requireOrganisation(organisation);
            account.moveTo(organisation);
            account.hold(roles);
        }
        if (change.computeCode() != null) {
            account.bindTo(change.computeCode());
        }
    }

    private void changeAccess(Account account, AccountChange change) {
        if (change.password() != null) {
            account.changePassword(passwords.hash(change.password()));
        }
        boolean wasEnabled = account.isEnabled();
        if (change.enabled() != null) {
            account.enable(change.enabled());
        }
        if (account.isEnabled() && (change.password() != null || !wasEnabled)) {
            tokens.revokeAll(account.id());
        }
    }

    private Account manageable(UUID id) {
        Caller known = caller.require(Role.OPERATORS);
        return accounts.find(id)
                .filter(account -> account.isManagedBy(known))
                .orElseThrow(() -> new NotFound("account-unknown", "No such account."));
    }

    private void mayManage(UUID organisation, Set<Role> roles) {
        if (!Account.manages(caller.get(), organisation, roles)) {
            caller.require(Role.ADMINISTRATOR);
        }
    }

    private void requireOrganisation(UUID id) {
        if (organisations.find(id).isEmpty()) {
            throw new Rejected("organisation-invalid", new Member("organisationId"), "{member} names no organisation.");
        }
    }

    /**
     * The enabled administrators, locked so that two of them cannot remove each other at once. To be locked before
     * anything is written: two who leave at once must not wait for each other's row. Empty where the change takes
     * nobody's place.
     */
    private List<Account> administratorsBefore(AccountChange change, Account account) {
        boolean mayLeave = change.roles() != null || Boolean.FALSE.equals(change.enabled());
        return mayLeave && account.isActiveAdministrator() ? accounts.lockAdministrators() : List.of();
    }

    private static void requireAnotherAdministrator(List<Account> administrators, Account leaving) {
        boolean another =
                administrators.stream().anyMatch(account -> !account.id().equals(leaving.id()));
        if (!another) {
            throw new Conflict("last-administrator", "The last administrator stays one, and enabled.");
        }
    }
}
