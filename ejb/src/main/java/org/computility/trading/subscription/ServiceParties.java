package org.computility.trading.subscription;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Set;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.trading.Parties;
import org.computility.trading.Party;

/** Who acts: {@code publisherId} and {@code subscriberId} are user names, or the ID of the caller's own account. */
@Dependent
public class ServiceParties {

    @Inject
    Parties parties;

    @Inject
    CurrentCaller caller;

    /** As {@link Parties#named}. */
    public Party named(Member member, String name, Set<Role> roles) {
        Caller known = caller.get();
        return parties.named(
                member, known.accountId().toString().equalsIgnoreCase(name) ? known.username() : name, roles);
    }

    /** Whether the caller is this party, or an operator who speaks for it. */
    public boolean speaksFor(Party party) {
        return parties.speaksFor(party);
    }
}
