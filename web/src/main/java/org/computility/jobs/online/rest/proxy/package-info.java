/**
 * The platform's reverse proxy to the services of jobs: Undertow's own, on a port of its own.
 *
 * <p>Not here: who may call a service and where its replicas are (jobs.online).
 */
package org.computility.jobs.online.rest.proxy;
