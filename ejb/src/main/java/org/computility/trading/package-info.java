/**
 * The market for data, models and applications (T/AI 123.12): who the parties of a trade are, and what they agree on.
 *
 * <p>Not here: what is offered (trading.registration), what is wanted (trading.demand), what was agreed
 * (trading.contract), contents (datasets), accounts (identity).
 */
package org.computility.trading;
