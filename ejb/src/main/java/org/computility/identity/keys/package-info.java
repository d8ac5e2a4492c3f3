/**
 * Keys that accounts make for their applications: made, listed, revoked, and when each was last used.
 *
 * <p>Not here: what a shown key stands for (identity.tokens), which operation needs which scope (the API description).
 */
package org.computility.identity.keys;
