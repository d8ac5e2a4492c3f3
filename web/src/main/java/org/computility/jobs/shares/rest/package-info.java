/**
 * The shares of organisations over HTTP, below {@code /platform/v1/jobs}.
 *
 * <p>Not here: who may set them (shares), what follows from them (placement).
 */
package org.computility.jobs.shares.rest;
