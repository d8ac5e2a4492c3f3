/**
 * Deliveries and renewed licences over HTTP (T/AI 123.12 A.3.5, A.3.6, A.3.8).
 *
 * <p>Not here: what is delivered (trading.delivery), licences (trading.licences), settlements (trading.rest).
 */
package org.computility.trading.delivery.rest;
