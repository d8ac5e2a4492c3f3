package org.computility.trading;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountNames;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Who acts in the market. A request names its party; the name is the caller's own, or an operator speaks for an account
 * of its organisation, and an administrator for any.
 */
@Dependent
public class Parties {

    @Inject
    CurrentCaller caller;

    @EJB
    AccountNames accounts;

    /**
     * The party that the member names.
     *
     * @param roles the caller needs one of them
     * @throws Denied {@code party-foreign}: it is not the caller, and the caller does not speak for others
     * @throws Rejected {@code party-unknown}: the operator speaks for nobody of that name
     */
    public Party named(Member member, String name, Set<Role> roles) {
        Caller known = caller.require(roles);
        if (known.username().equalsIgnoreCase(name)) {
            return new Party(known.accountId(), known.username(), known.organisationId());
        }
        if (!known.isOneOf(Role.OPERATORS)) {
            throw new Denied("party-foreign", member, "{member} is your own user name, " + known.username() + ".");
        }
        return accounts.named(name)
                .filter(account -> known.sees(account.organisationId()) && mayAct(account, roles))
                .map(Parties::of)
                .orElseThrow(() -> new Rejected(
                        "party-unknown",
                        member,
                        "{member} is the user name of an enabled account of your organisation with one of the roles "
                                + roles + "."));
    }

    /** Whether the caller is this party, or an operator who speaks for it. */
    public boolean speaksFor(Party party) {
        Caller known = caller.get();
        return known.accountId().equals(party.accountId())
                || (known.isOneOf(Role.OPERATORS) && known.sees(party.organisationId()));
    }

    private static boolean mayAct(AccountView account, Set<Role> roles) {
        return account.enabled() && account.roles().stream().anyMatch(roles::contains);
    }

    private static Party of(AccountView account) {
        return new Party(account.id(), account.username(), account.organisationId());
    }
}
