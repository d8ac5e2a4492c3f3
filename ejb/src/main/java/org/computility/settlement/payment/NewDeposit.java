package org.computility.settlement.payment;

import java.util.UUID;
import org.computility.settlement.Money;

/**
 * Money that an organisation has paid to the platform.
 *
 * @param amount above zero
 * @param reference of the payment, as the bank has it, at most 200 characters
 */
public record NewDeposit(UUID organisationId, Money amount, String reference) {}
