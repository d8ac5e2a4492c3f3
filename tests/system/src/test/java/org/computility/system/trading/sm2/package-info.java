/**
 * Deliveries between parties with keys of SM2, opened by a client in Python.
 *
 * <p>Not here: deliveries with other keys (trading).
 */
package org.computility.system.trading.sm2;
