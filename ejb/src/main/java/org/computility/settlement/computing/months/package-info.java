/**
 * What centers ran and earned in a month, for rooms that report it.
 *
 * <p>Not here: what callers see of costs (costs), charging (computing), bills (bills).
 */
package org.computility.settlement.computing.months;
