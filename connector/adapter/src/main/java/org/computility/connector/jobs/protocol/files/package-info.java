/**
 * Jobs in folders, for every kind of runtime that keeps them so: what a job's folder holds, what a job sees of the machine,
 * the script that watches it, and how what it left is read back.
 *
 * <p>Not here: who starts the script (packages of the kinds), what every kind of runtime refuses (package {@code protocol}).
 */
package org.computility.connector.jobs.protocol.files;
