/**
 * What two parties agreed on: a demand bound to a data resource at the terms of that moment, its payment and
 * its licence (T/AI 123.12 A.3.1 to A.3.4).
 *
 * <p>Not here: what is offered and what is wanted (trading.registration, trading.demand), money (settlement),
 * keys (trading.keys).
 */
package org.computility.trading.contract;
