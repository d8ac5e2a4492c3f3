/**
 * An end for rows of the market that nothing reckons with any more: calls of services, uses of controlled data.
 *
 * <p>Not here: usage that is paid for, which is kept for ever (settlement.usage).
 */
package org.computility.trading.retention;
