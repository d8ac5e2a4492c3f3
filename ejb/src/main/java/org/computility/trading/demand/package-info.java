/**
 * Demands for data: registered, published and revoked by those who want to buy (T/AI 123.12 A.2).
 *
 * <p>Not here: what is offered (trading.registration), which offer a demand was bound to (trading.contract).
 */
package org.computility.trading.demand;
