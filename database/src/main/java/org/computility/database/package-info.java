/**
 * How one unchanged application reaches its PostgreSQL and its server's transactions on every server.
 *
 * <p>Not here: tables, migrations, the data source definition (shared.database in ejb).
 */
package org.computility.database;
