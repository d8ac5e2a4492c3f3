/**
 * T/BAX 0006.5 annexes B and G over HTTP.
 *
 * <p>Not here: what happens with a node (room {@code compute}), the envelope (shared.rest.family).
 */
package org.computility.compute.rest;
