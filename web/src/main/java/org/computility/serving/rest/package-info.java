/**
 * Algorithm services over REST (T/BAX 0006.5 F.5 to F.8).
 *
 * <p>Not here: what may be loaded where (room {@code serving}).
 */
package org.computility.serving.rest;
