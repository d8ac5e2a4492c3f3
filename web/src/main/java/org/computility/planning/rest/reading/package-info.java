/**
 * Reads the tables of T/BAX 0006.5 annex C that come in, as leniently as the standard's own examples need, into records of
 * the room {@code planning}. Types and shapes end here.
 *
 * <p>Not here: the paths (planning.rest), what is allowed in a plan (planning.rules).
 */
package org.computility.planning.rest.reading;
