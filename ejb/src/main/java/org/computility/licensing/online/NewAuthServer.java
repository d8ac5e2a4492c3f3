package org.computility.licensing.online;

/**
 * An authorization server to register (T/BAX 0006.5 D.1).
 *
 * @param server one or several {@code IP:Port}, between commas
 * @param isDefault whether it takes the default over; the first server of a provider has it in any case
 */
public record NewAuthServer(String server, String provider, boolean isDefault) {}
