/**
 * Connections to the platform on which no HTTP client would speak: raw requests, and what is answered first.
 *
 * <p>Not here: calls as clients make them (org.computility.system.Visitor).
 */
package org.computility.system.wire;
