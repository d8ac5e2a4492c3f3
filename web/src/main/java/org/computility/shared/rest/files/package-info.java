/**
 * Files over HTTP: out, whole or by ranges; in, as parts of a form.
 *
 * <p>Not here: where files lie (room {@code datasets}), who may have them (shared.links, the resources).
 */
package org.computility.shared.rest.files;
