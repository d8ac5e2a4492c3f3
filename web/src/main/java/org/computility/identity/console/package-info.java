/**
 * Logging in to the console and out of it, keeping everybody else from its pages, and recording what people do there.
 *
 * <p>Not here: passwords, tokens and roles themselves (identity), the records (audit), what a page shows.
 */
package org.computility.identity.console;
