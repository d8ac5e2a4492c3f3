/**
 * Which job centers and which registered compute of this platform make up a reported center.
 *
 * <p>Not here: what the sources tell now (live), what they did in a month (closing), the sources themselves (the rooms {@code
 * centers} and {@code compute}).
 */
package org.computility.reporting.sources;
