/**
 * The southbound API that the platform calls; see {@code docs/southbound.md} and {@code docs/southbound-openapi.yaml}.
 *
 * <p>Not here: what the calls do ({@code packages}, {@code services}, {@code tasks}).
 */
package org.computility.runtime.api;
