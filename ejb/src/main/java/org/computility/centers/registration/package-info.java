/**
 * Which AI computing centers there are, where their runtimes are, with which credentials, and what the last probe saw of
 * each.
 *
 * <p>Not here: the probes themselves (probing), specs and images (catalogue).
 */
package org.computility.centers.registration;
