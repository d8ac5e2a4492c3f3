/**
 * The clock that rooms ask, and the rounds that their timers make.
 *
 * <p>Not here: times as a standard writes them (shared), which server makes a round that only one may (operations).
 */
package org.computility.shared.timing;
