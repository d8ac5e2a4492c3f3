/**
 * The one database: its definition, its migrations, whether it answers; plain statements and the
 * conditions of searches.
 *
 * <p>Not here: tables (each room's migrations).
 */
package org.computility.shared.database;
