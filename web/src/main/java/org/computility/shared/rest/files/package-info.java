/**
 * Files over HTTP: going out whole or by ranges, coming in as parts of a form.
 *
 * <p>Not here: where files lie (room {@code datasets}), who may have them (shared.links, the resources).
 */
package org.computility.shared.rest.files;
