/**
 * The figures of the device: processor, memory, disks and cards.
 *
 * <p>Not here: who asks ({@code api}).
 */
package org.computility.runtime.monitoring;
