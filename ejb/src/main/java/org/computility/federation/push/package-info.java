/**
 * Reports that were accepted here are sent to the platform above, each state once.
 *
 * <p>Not here: which platform that is, and how it is called ({@code federation.upper}).
 */
package org.computility.federation.push;
