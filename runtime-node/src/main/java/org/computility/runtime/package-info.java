/**
 * The reference accelerator runtime, a program for devices: it puts the parts below together and starts them. Also what
 * several parts need: settings, addresses, JSON read with care. See {@code docs/node.md}.
 *
 * <p>Not here: what the platform does with nodes (rooms {@code compute}, {@code serving}, {@code planning}).
 */
package org.computility.runtime;
