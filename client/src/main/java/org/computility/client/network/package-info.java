/**
 * Typed calls of the computing network (T/AI 123.8 A.2 to A.5) and of what its operators keep ({@code /platform/v1}); online jobs (A.15), jobs of
 * every kind, their queue and costs; registrations and keys of applications. {@code
 * ComputilityClient} makes these objects and gives them its connection by {@link org.computility.client.network.Calls}.
 *
 * <p>Not here: the login, HTTP, and how answers are read (client).
 */
package org.computility.client.network;
