package org.computility.settlement.computing.costs;

import java.math.BigDecimal;

/**
 * What a job would cost by the price of now, if it ran for so long on other organisations' nodes.
 *
 * @param unitPrice of a second and node; 0 where the spec has no price
 * @param amount rounded half up to two places
 */
public record EstimateView(
        String specId, int nodeCount, long seconds, BigDecimal unitPrice, String currency, BigDecimal amount) {}
