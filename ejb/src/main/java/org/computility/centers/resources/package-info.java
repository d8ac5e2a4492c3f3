/**
 * What all centers together have: which specs they could hold, what is idle, how much they compute (T/AI 123.8 A.2 to A.4).
 *
 * <p>Not here: what each center last said (registration), the specs themselves (catalogue), which job gets what (jobs).
 */
package org.computility.centers.resources;
