/**
 * What an operator watches: how much of everything there is, counted in the database for all servers that share it.
 *
 * <p>Not here: what one server does, and how figures are written (observation.rest); rules of what is counted (the rooms below).
 */
package org.computility.observation;
