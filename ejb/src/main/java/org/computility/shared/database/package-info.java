/**
 * The one database: its definition, its migrations, whether it answers; sessions of transactions, searches, pages.
 *
 * <p>Not here: tables (each room's migrations).
 */
package org.computility.shared.database;
