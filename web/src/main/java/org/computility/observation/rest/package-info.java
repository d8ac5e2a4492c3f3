/**
 * What this server does and what the database holds, in the words of OpenMetrics, for whoever scrapes it.
 *
 * <p>Not here: what is counted in the database (observation); who may ask (identity.rest); whether the server can work
 * (shared.rest.health).
 */
package org.computility.observation.rest;
