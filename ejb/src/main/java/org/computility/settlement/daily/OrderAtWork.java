package org.computility.settlement.daily;

import java.util.UUID;

/**
 * An order that the job takes.
 *
 * @param part which part of all accounts its payer, or its payee, belongs to, from 0
 */
public record OrderAtWork(UUID id, int part) {}
