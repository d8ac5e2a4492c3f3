package org.computility.licensing.online;

/**
 * What an authorization server is from now on (T/BAX 0006.5 D.3).
 *
 * @param provider null: as before
 * @param isDefault false hands the default, if it has it, to the oldest other server of the provider
 */
public record AuthServerChange(String server, String provider, boolean isDefault) {}
