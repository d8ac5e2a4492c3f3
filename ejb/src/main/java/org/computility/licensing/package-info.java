/**
 * Who may run which algorithm (T/BAX 0006.5 clauses 4.3 and 6.5, annexes D and E).
 *
 * <p>Not here: the servers that algorithms ask ({@link org.computility.licensing.online}), the files that they read ({@link
 * org.computility.licensing.offline}), how a service gets to know either (serving), licences for data (trading.licences).
 */
package org.computility.licensing;
