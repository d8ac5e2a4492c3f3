/**
 * Typed calls of the monitoring interface (TC609) and of what the platform adds to it below {@code /platform/v1/monitoring}. {@code
 * ComputilityClient} makes these objects, gives them its connection, and signs what they send.
 *
 * <p>Not here: the login, HTTP, signatures, and how answers are read (client).
 */
package org.computility.client.monitoring;
