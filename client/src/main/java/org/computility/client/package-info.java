/**
 * A typed Java client of the platform: {@code ComputilityClient.at(uri).login(username, password)}.
 *
 * <p>Not here: what the platform does with a call (the rooms), the language of the nodes ({@code docs/southbound.md}).
 */
package org.computility.client;
