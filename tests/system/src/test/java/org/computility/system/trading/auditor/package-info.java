/**
 * Many random calls at once, judged by a second, simple model of the market and its money: each answer must be one that the model
 * allows at some moment between the call and its answer.
 *
 * <p>Not here: what each operation does for one caller (trading).
 */
package org.computility.system.trading.auditor;
