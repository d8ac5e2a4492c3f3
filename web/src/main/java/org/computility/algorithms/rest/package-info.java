/**
 * T/BAX 0006.5 annex A and F.1 to F.4 over HTTP, the status of capabilities, and the bytes of packages for nodes.
 *
 * <p>Not here: what happens with a package (room {@code algorithms}), the envelope (shared.rest.family), ranges and
 * forms (shared.rest.files).
 */
package org.computility.algorithms.rest;
