/**
 * Every operation of a standard by every role, and with every member as it must not be: from one matrix and the contract.
 *
 * <p>Not here: a standard's own matrix, and what its operations are called with (beside its other tests).
 */
package org.computility.system.matrix;
