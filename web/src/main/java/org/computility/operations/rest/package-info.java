/**
 * Batch runs over HTTP, for the people who operate the platform.
 *
 * <p>Not here: what a run is and who may touch it (operations).
 */
package org.computility.operations.rest;
