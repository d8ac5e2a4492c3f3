/**
 * Jobs of a Slurm cluster, through its REST daemon, and a folder that the platform and the cluster's nodes share. Slurm decides
 * when and where a job runs; the job's folder holds what it left and what cannot be asked of Slurm any more.
 *
 * <p>Not here: what a job's folder holds and who watches the job (package {@code files}), the pool (package {@code outbound}).
 */
package org.computility.connector.jobs.protocol.slurm;
