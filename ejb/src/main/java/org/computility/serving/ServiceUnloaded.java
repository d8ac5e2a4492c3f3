package org.computility.serving;

import java.util.UUID;

/** A service is gone, and with it the tasks it ran. Fired inside the transaction that records it. */
public record ServiceUnloaded(UUID serviceId) {}
