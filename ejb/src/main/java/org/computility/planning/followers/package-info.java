/**
 * Capabilities that follow others (T/BAX 0006.5 clause 6.3 j): what one capability found in a picture, its followers look at,
 * wherever their services run ({@code docs/planning.md}, "Followers").
 *
 * <p>Not here: which capability has which followers (algorithms), the crop and its link (results), where an instance
 * runs (planning.dispatch).
 */
package org.computility.planning.followers;
