/**
 * Money: what it is here, and what the market takes of it (T/AI 123.12 settlement, T/AI 123.8 fees).
 *
 * <p>Not here: accounts and transfers (ledger), what people read of them (statements), what people do with money by hand
 * (payment); what a unit costs (prices), who may use it (orders), what was used (usage), what that comes to (rating), who pays
 * and earns it (bills), each night (daily); what was offered and licensed (the market).
 */
package org.computility.settlement;
