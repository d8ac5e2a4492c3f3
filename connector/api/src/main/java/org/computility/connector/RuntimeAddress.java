package org.computility.connector;

/**
 * Where a runtime listens and how the platform makes itself known to it.
 *
 * @param computeCode the 20 digit code under which the runtime is registered (T/BAX 0006.5 B.1 {@code Code})
 * @param host host name or IP (B.1 {@code IP})
 * @param port TCP port (B.1 {@code Port})
 * @param username the credential both sides share (B.1 {@code Username})
 * @param password in plain text; never logged
 */
public record RuntimeAddress(String computeCode, String host, int port, String username, String password) {

    @Override
    public String toString() {
        return computeCode + "@" + host + ":" + port;
    }
}
