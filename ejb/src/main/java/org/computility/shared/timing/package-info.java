/**
 * The clock that rooms ask, and the rounds that their timers make.
 *
 * <p>Not here: times as a standard writes them (shared), rounds that only one server may make (operations.leases).
 */
package org.computility.shared.timing;
