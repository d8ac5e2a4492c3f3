/**
 * The accelerator side: connections to accelerator runtimes and the news that comes from them. Shapes follow T/BAX 0006.5, see
 * {@code docs/southbound.md}.
 *
 * <p>Not here: the wire protocol (adapter module), which node runs what (rooms {@code serving} and {@code planning}).
 */
package org.computility.connector.accelerator;
