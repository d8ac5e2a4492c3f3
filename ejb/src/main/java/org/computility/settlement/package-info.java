/**
 * Money: what it is here, and what the market takes of it (T/AI 123.12 settlement, T/AI 123.8 fees).
 *
 * <p>Not here: accounts and transfers (ledger), what people read of them (statements), what people do with money by hand
 * (payment), what was offered, ordered and licensed (the market).
 */
package org.computility.settlement;
