/**
 * Results over REST, in and out.
 *
 * <p>Not here: how they are stored (room {@code results}).
 */
package org.computility.results.rest;
