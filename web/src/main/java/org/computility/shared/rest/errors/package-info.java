/**
 * What the server refuses by itself, before or after a resource or page could: in our words, never in the server's.
 *
 * <p>Not here: what resources throw (family), what pages throw (shared.console).
 */
package org.computility.shared.rest.errors;
