/**
 * Licences: what a licensor allows a licensee, signed, renewed, revoked, and verified by anybody (T/AI 123.12 tables A.37, A.53 to A.55).
 *
 * <p>Not here: the trade that a licence comes from (trading.contract), what is delivered under it (trading.delivery).
 */
package org.computility.trading.licences;
