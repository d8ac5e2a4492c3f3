/**
 * Leaves a record of what people do in the console.
 *
 * <p>Not here: the records themselves and reading them (audit).
 */
package org.computility.audit.console;
