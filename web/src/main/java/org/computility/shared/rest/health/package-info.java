/**
 * Whether this server lives and can work, told over HTTP and to MicroProfile Health.
 *
 * <p>Not here: how the database is asked (shared.database); how an answer is wrapped (shared.rest.family).
 */
package org.computility.shared.rest.health;
