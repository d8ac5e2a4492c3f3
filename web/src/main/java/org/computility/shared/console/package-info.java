/**
 * The frame of the console: layout, navigation, languages, texts, notices, and what becomes of a failure.
 *
 * <p>Not here: who is logged in and the record of deeds (identity), news for open pages (live), any page's content.
 */
package org.computility.shared.console;
