/**
 * Algorithm services: packages loaded into replicas that tasks are spread over.
 *
 * <p>Not here: which node loads what (room {@code serving} of the platform).
 */
package org.computility.runtime.services;
