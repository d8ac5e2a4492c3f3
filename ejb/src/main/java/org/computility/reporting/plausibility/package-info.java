/**
 * Whether figures can be true: rules that are rows, what they find, and what follows from it (TC609, clause 5.3.1: 汇总审核).
 *
 * <p>Not here: the reports that they judge (reports).
 */
package org.computility.reporting.plausibility;
