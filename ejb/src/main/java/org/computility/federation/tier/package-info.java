/**
 * Which of the three tiers of TC609 clause 5 this platform is.
 *
 * <p>Not here: the platforms above and below it ({@code federation.upper}, {@code federation.lower}).
 */
package org.computility.federation.tier;
