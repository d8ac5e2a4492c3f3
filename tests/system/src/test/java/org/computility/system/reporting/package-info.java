/**
 * The monitoring interface (TC609) as a stranger calls it.
 *
 * <p>Not here: tokens of the other standards (identity).
 */
package org.computility.system.reporting;
