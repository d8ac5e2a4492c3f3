/**
 * Online authorization (T/BAX 0006.5 annex D): the authorization servers of providers, one of which is the default.
 *
 * <p>Not here: what a server answers to an algorithm (only the two know), how a service learns the address (serving), licence
 * files (licensing.offline).
 */
package org.computility.licensing.online;
