package org.computility.settlement.bills;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;

/**
 * Payouts for their readers: what the caller's organisation was paid; everything for administrators, who send the money. A payer never sees where its
 * payees have their accounts.
 */
@Stateless
public class MadePayouts {

    private static final UUID NOBODY = new UUID(0, 0);

    @Inject
    Earnings earnings;

    @Inject
    CurrentCaller caller;

    /** The latest first. */
    public Page<MadePayoutView> page(PageRequest page) {
        UUID scope = caller.require(Role.READERS).scope();
        UUID organisation = Objects.requireNonNullElse(scope, NOBODY);
        List<MadePayoutView> some = earnings.page(scope == null, organisation, page.size(), page.offset()).stream()
                .map(Earnings.Listed::view)
                .toList();
        return new Page<>(some, earnings.total(scope == null, organisation), page);
    }
}
