package org.computility.federation.lower;

import org.computility.federation.calls.PlatformAddress;

/** A platform that reports to this one, for whoever calls it. */
public record KnownLower(String code, String name, PlatformAddress address) {}
