package org.computility.federation.upper;

import java.time.Instant;

/** The platform above, without the password. */
public record UpperPlatformView(String url, String username, String setBy, Instant setAt) {}
