package org.computility.settlement.orders;

import java.time.Instant;
import java.util.UUID;
import org.computility.settlement.prices.BillingType;
import org.computility.settlement.prices.SubjectKind;
import org.computility.settlement.prices.UsageUnit;

/**
 * An order.
 *
 * @param payer the organisation that uses and pays
 * @param payee the organisation that earns
 * @param priceList where its prices stand
 * @param until the end, itself excluded, or null
 * @param quota the most units that may be used in all, or null
 */
public record OrderView(
        UUID id,
        UUID payer,
        UUID payee,
        SubjectKind subjectKind,
        String subject,
        String currency,
        String priceList,
        BillingType billing,
        UsageUnit unit,
        Instant from,
        Instant until,
        Long quota,
        Instant openedAt) {}
