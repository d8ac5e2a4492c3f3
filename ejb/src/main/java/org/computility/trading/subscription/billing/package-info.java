/**
 * What models and applications cost: a fixed term, or by what is used (T/AI 123.12 tables A.57, A.60, A.72, A.74).
 *
 * <p>Not here: orders, rating and money (settlement).
 */
package org.computility.trading.subscription.billing;
