/**
 * Starts the platform with one command: an embedded PostgreSQL and Payara Micro, or either of them alone.
 *
 * <p>Not here: the application itself (ejb, web, batch-jobs), Payara Server and WildFly (their scripts lie beside this
 * module).
 */
package org.computility.server;
