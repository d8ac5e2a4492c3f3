/**
 * Whether this platform and the one above have the same reports: hashes by month, and by center where those differ.
 *
 * <p>Not here: what is sent there ({@code federation.push}), what it refuses and why.
 */
package org.computility.federation.books;
