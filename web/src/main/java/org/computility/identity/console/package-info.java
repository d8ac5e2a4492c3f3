/**
 * Logging in to the console and out of it, and keeping everybody else from its pages.
 *
 * <p>Not here: passwords, tokens and roles themselves (identity), what a page shows.
 */
package org.computility.identity.console;
