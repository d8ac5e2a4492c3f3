/**
 * Online service jobs over HTTP (T/AI 123.8 A.15), and what belongs to them below {@code /platform/v1}: their replicas, their
 * calls.
 *
 * <p>Not here: what a service may ask for (jobs.online), the proxy through which services are called (online.rest.proxy).
 */
package org.computility.jobs.online.rest;
