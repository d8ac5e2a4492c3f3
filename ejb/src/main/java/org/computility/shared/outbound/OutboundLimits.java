package org.computility.shared.outbound;

import java.time.Duration;

/**
 * How long a call may take, and how much it may bring.
 *
 * @param time until the last byte of the answer
 * @param bytes of the answer's body
 */
public record OutboundLimits(Duration time, long bytes) {}
