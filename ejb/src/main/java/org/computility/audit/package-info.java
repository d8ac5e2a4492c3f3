/**
 * What was done: one append-only, hash-chained record for every call that changes something.
 *
 * <p>Not here: who may log in (identity), what ran (operations), technical logs.
 */
package org.computility.audit;
