/**
 * The batch job of {@code federation}: {@code push-reports}.
 *
 * <p>Not here: what is sent, and what is kept of it ({@code federation.push}).
 */
package org.computility.federation.batch;
