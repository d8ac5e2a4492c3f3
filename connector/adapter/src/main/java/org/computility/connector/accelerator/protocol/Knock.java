package org.computility.connector.accelerator.protocol;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.computility.connector.RuntimeAddress;
import org.computility.connector.accelerator.Door;

/**
 * Looks whether anything listens at a node's address. A plain socket: the HTTP client tells a refusal, a missing route and a
 * name that does not resolve by the same exception.
 */
public final class Knock {

    /** Shorter than an operating system tries: its giving up would look like a refusal. */
    private static final int PATIENCE_MILLIS = 2000;

    private Knock() {}

    /** Opens a connection and closes it: for 2 s at most, and before that as long as the resolver takes for a name. */
    public static Door at(RuntimeAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
            return Door.OPEN;
        } catch (ConnectException e) {
            return Door.SHUT;
        } catch (IOException e) {
            // No route, no such name, no answer in time.
            return Door.SILENT;
        }
    }
}
