/**
 * News for open pages of the console: one look serves all pages of this server. Each page is sent the changed cells of
 * the rows that it shows, as far as its person may see them.
 *
 * <p>Not here: what there is to see (the rooms' {@link org.computility.shared.console.live.LiveTopic topics}), sessions
 * (identity).
 */
package org.computility.shared.console.live;
