/**
 * News for open pages of the console: one look serves all pages of this server, and each page is sent the cells that changed
 * among those it shows and its person may see.
 *
 * <p>Not here: what there is to see (the rooms' {@link org.computility.shared.console.live.LiveTopic topics}), sessions
 * (identity).
 */
package org.computility.shared.console.live;
