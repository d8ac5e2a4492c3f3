/**
 * The compute that the network has: registered nodes, whether they are alive, what they say about themselves, and the
 * one way to call them (T/BAX 0006.5 annexes B and G).
 *
 * <p>Not here: device accounts and tokens (identity), what runs on a node (algorithms, serving, planning).
 */
package org.computility.compute;
