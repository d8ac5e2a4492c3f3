/**
 * The places that a round of placement may choose from: centers and what is free there, where the data lies, and whom a job avoids.
 *
 * <p>Not here: the choice (placement), the rounds (running).
 */
package org.computility.jobs.running.places;
