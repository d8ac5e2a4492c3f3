/**
 * The platforms above and below, and what was told, over HTTP: below {@code /platform/v1/federation}.
 *
 * <p>Not here: what is told and when (federation), the run that tells it (operations.rest).
 */
package org.computility.federation.rest;
