/**
 * Controlled data of a trusted data space: policies of its use, and every use decided by them (T/AI 123.12 A.3.7).
 *
 * <p>Not here: its publication (trading.registration), its price (trading.contract), data that is handed over (trading.delivery).
 */
package org.computility.trading.controlled;
