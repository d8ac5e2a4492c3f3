/**
 * The one database: its definition, its migrations; what repositories share: sessions of
 * transactions, searches, pages, JSON columns, unique keys.
 *
 * <p>Not here: tables (each room's migrations), the data source and the transactions of each server (module {@code
 * database}).
 */
package org.computility.shared.database;
