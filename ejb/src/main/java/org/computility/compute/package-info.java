/**
 * The compute that the network has: registered nodes, whether they are alive, and the one way to call them (T/BAX 0006.5
 * annex B).
 *
 * <p>Not here: what nodes say of themselves (monitoring), their keepalives (heartbeat), their event streams (events), device
 * accounts and tokens (identity), what runs on a node (algorithms, serving, planning).
 */
package org.computility.compute;
