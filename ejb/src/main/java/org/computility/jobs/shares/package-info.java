/**
 * Which part of the network organisations are due, as administrators set it: a weight, and a quota that is assured.
 *
 * <p>Not here: what follows from it (placement), who is ended for whom (running).
 */
package org.computility.jobs.shares;
