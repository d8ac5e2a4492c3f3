/**
 * Every operation of T/AI 123.12 by every role, and with every member as it must not be, from one matrix and the contract.
 *
 * <p>Not here: what the operations do (trading).
 */
package org.computility.system.trading.matrix;
