/**
 * Devices for tests, made of the very libraries that the connector asks with.
 *
 * <p>Not here: the tests (packages {@code protocol} and {@code outbound}; the system tests take these devices, too).
 */
package org.computility.connector.meters.devices;
