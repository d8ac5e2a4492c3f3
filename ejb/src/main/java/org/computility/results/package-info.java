/**
 * What task instances found: taken in from nodes, stored by day, searched (T/BAX 0006.5 clause 6.2.1 c,
 * {@code docs/results.md}).
 *
 * <p>Not here: the instances themselves (planning), how old results leave (results.purge), the delivery to a rule's own
 * receivers (the runtime node).
 */
package org.computility.results;
