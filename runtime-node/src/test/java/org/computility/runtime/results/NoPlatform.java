package org.computility.runtime.results;

import java.net.URI;

/** Stands for the platform of a node that has none. */
final class NoPlatform implements PlatformDoor {

    @Override
    public URI results() {
        return null;
    }

    @Override
    public String token() {
        return null;
    }

    @Override
    public void tokenRefused(String token) {
        throw new AssertionError("there is no platform");
    }
}
