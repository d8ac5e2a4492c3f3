/**
 * The southbound protocol of {@code docs/southbound.md}: calls to one accelerator runtime and its event stream.
 *
 * <p>Not here: anything of the connector architecture (packages {@code outbound} and {@code inbound}), plain HTTP (package
 * {@code http}); these classes are plain Java and are tested without a container.
 */
package org.computility.connector.accelerator.protocol;
