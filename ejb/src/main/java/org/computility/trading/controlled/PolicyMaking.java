package org.computility.trading.controlled;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;
import org.computility.trading.contract.SettledTrade;
import org.computility.trading.contract.SettledTrades;
import org.computility.trading.controlled.NewPolicy.NewUser;
import org.computility.trading.licences.GoodLicence;
import org.computility.trading.licences.LicenceCheck;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.registration.ControlledPublication;

/** How a trusted data space delivers (T/AI 123.12 A.3.7): it makes a policy, by which every use is decided. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PolicyMaking {

    private static final Member LICENCES = new Member("licenses");

    @EJB
    LicenceCheck check;

    @EJB
    SettledTrades trades;

    @EJB
    PolicyKeeping keeping;

    @Inject
    PolicyUsers accounts;

    @Inject
    CurrentCaller caller;

    /**
     * Makes the policy of a licence. The same call again answers the same.
     *
     * @throws Denied {@code licence-foreign} to all but the data space whose data it is; or as {@link LicenceCheck} says
     * @throws Conflict {@code data-not-controlled}; {@code policy-exists} when it says otherwise
     * @throws Rejected {@code policy-user-unknown}, {@code period-reversed}, {@code member-invalid}, also for a name that is not that of its account or
     *     organisation
     */
    public PolicyView make(LicenceView shown, NewPolicy wanted) {
        Caller space = caller.require(ControlledPublication.DATA_SPACES);
        GoodLicence licence = check.genuineForData(shown);
        SettledTrade trade = trades.of(licence.confirmId());
        if (!space.sees(trade.ownerOrganisationId())) {
            throw new Denied("licence-foreign", LICENCES, "The data of {member} is another data space's.");
        }
        if (!trade.isControlled()) {
            throw new Conflict(
                    "data-not-controlled", LICENCES, "The data of {member} is not controlled: /deliver hands it over.");
        }
        if (!trade.dataId().equals(wanted.dataId())) {
            throw new Rejected("member-invalid", new Member("dataId"), "{member} is that of the licence.");
        }
        check.requireCurrent(licence);
        return keeping.keep(trade, licence, wanted, known(trade, wanted));
    }

    /** Only the licensee's people: a licence is not lent. */
    private KnownUsers known(SettledTrade trade, NewPolicy wanted) {
        UUID licensee = trade.buyer().organisationId();
        List<UUID> users = new ArrayList<>();
        List<UUID> groups = new ArrayList<>();
        for (NewUser user : wanted.users()) {
            if (user.group()) {
                groups.add(group(licensee, user));
            } else {
                users.add(account(licensee, user));
            }
        }
        return new KnownUsers(users, groups);
    }

    private UUID group(UUID licensee, NewUser user) {
        UUID group = UuidText.read(user.id()).filter(licensee::equals).orElseThrow(() -> unknown(user.id()));
        requireName(user, accounts.group(group).orElseThrow(() -> unknown(user.id())));
        return group;
    }

    private UUID account(UUID licensee, NewUser user) {
        AccountView account = accounts.find(user.id())
                .filter(found -> found.organisationId().equals(licensee))
                .orElseThrow(() -> unknown(user.id()));
        requireName(user, account.username());
        return account.id();
    }

    /** Else a policy would show people a name that is not of whom it allows. */
    private static void requireName(NewUser user, String name) {
        if (!user.name().strip().equalsIgnoreCase(name)) {
            throw new Rejected(
                    "member-invalid",
                    new Member("userName"),
                    "{member} " + user.name() + " is not the name of " + user.id() + ".");
        }
    }

    private static Rejected unknown(String id) {
        return new Rejected(
                "policy-user-unknown",
                new Member("relUsers"),
                "{member}: " + id
                        + " is neither an account of the licensee's organisation nor, as a group, that organisation.");
    }
}
