/**
 * Models and applications in the market over HTTP (T/AI 123.12 A.4, A.5), and their lists below {@code /platform/v1/market}.
 *
 * <p>Not here: the rest of the market (trading.rest), rules (trading.subscription), the envelope (shared.rest.family).
 */
package org.computility.trading.subscription.rest;
