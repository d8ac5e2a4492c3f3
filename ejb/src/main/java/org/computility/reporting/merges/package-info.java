/**
 * Which reported centers count as one, from which point of knowledge until which (TC609 5.1). A merge moves no report: it ends where
 * it is undone, and what was known before and after stays answered as it was.
 *
 * <p>Not here: which centers may be one, and who decides so (duplicates); whose report of a month counts (reports).
 */
package org.computility.reporting.merges;
