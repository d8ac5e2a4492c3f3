package org.computility.settlement.statements;

import java.math.BigDecimal;

/** What all accounts of one kind and currency hold together. */
public record KindBalanceView(String kind, String currency, BigDecimal balance) {}
