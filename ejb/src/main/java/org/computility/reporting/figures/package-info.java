/**
 * Figures as they are reported: documents in groups, whose members are checked where they are known and kept where they are
 * not (the {@code --} rows of TC609). A document has one form, so that equal figures are equal texts and have one hash.
 *
 * <p>Not here: who reports them and when (projects, reports), whether they can be true (reports).
 */
package org.computility.reporting.figures;
