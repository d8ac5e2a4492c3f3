/**
 * Whether the database is there, and what happens while it is not: calls are refused, timers wait.
 *
 * <p>Not here: the refusal's words and the filter (shared.rest), starting an embedded database again (the launcher).
 */
package org.computility.shared.database.outage;
