/**
 * Month reports (TC609 A.8, A.9): every state that each was ever in, who brought it about and why, in the order in which the
 * platform came to know of it.
 *
 * <p>Not here: whether figures can be true (plausibility), the figures as a document (figures), the centers (centers).
 */
package org.computility.reporting.reports;
