/**
 * Controlled data over HTTP (T/AI 123.12 A.1.3, A.3.7), and the uses that its policies decide.
 *
 * <p>Not here: what policies mean (trading.controlled), data that is handed over (trading.delivery.rest).
 */
package org.computility.trading.controlled.rest;
