/**
 * The examples that T/BAX 0006.5 prints, sent as they are printed, and the answers held against the printed ones.
 *
 * <p>Not here: what each operation does (the packages of the rooms), odd input (matrix).
 */
package org.computility.system.printed;
