/**
 * Data resources: registered by those who hold them, published for sale, and revoked (T/AI 123.12 A.1).
 *
 * <p>Not here: who wants them (trading.demand), who bought them (trading.contract).
 */
package org.computility.trading.registration;
