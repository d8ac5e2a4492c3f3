/**
 * AI computing centers (T/AI 123.8 A.2 to A.5): what the rooms above ask of them. A center is a job runtime of the
 * connector's job side; what it has is asked of it, never typed in.
 *
 * <p>Not here: which centers there are (registration), specs and images (catalogue), asking the centers (probing), what is
 * offered and idle (resources), which job runs where (jobs).
 */
package org.computility.centers;
