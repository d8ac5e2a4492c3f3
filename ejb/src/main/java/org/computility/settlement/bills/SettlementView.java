package org.computility.settlement.bills;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * Where an order stands with its payer.
 *
 * @param charged all that it has been charged for
 * @param paid what of it is paid
 * @param due what of it is not
 * @param transfer of the ledger that paid last, or null
 */
public record SettlementView(
        UUID orderId, String currency, BigDecimal charged, BigDecimal paid, BigDecimal due, UUID transfer) {}
