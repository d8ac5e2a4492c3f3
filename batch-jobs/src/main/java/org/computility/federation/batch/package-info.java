/**
 * The batch jobs of {@code federation}: {@code push-reports} and {@code compare-books}.
 *
 * <p>Not here: what is sent, and what is kept of it ({@code federation.push}); how books are compared ({@code federation.books}).
 */
package org.computility.federation.batch;
