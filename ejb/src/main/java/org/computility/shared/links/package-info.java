/**
 * Links that carry their own permission: whoever has one may open one thing until a certain time, without a token.
 *
 * <p>Not here: what such a link opens, and how long it is good (the rooms), the key behind it (shared.keys).
 */
package org.computility.shared.links;
