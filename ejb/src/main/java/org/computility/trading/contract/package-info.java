/**
 * What two parties agreed on: a demand bound to a data resource at the terms of that moment (T/AI 123.12 A.3.1, A.3.2).
 *
 * <p>Not here: what is offered and what is wanted (trading.registration, trading.demand).
 */
package org.computility.trading.contract;
