package org.computility.identity.passwords;

import jakarta.enterprise.context.ApplicationScoped;

/** Where the running request comes from; the edge sets it, and forgets it at the request's end. Remembered by thread. */
@ApplicationScoped
public class RequestOrigin {

    private static final Origin UNKNOWN = new Origin("unknown", false);

    private final ThreadLocal<Origin> current = new ThreadLocal<>();

    /**
     * Told by the edge.
     *
     * @param remoteAddress the other side's IP address
     * @param secure whether the request came over TLS
     */
    public void set(String remoteAddress, boolean secure) {
        current.set(new Origin(remoteAddress, secure));
    }

    /** The request is over. */
    public void forget() {
        current.remove();
    }

    /** The other side's IP address, or {@code unknown} where no request is running. */
    public String address() {
        return known().address();
    }

    /** The part of an address that one household or host has: of IPv6 a whole /64. */
    public static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 8 ? address : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }

    /** Whether nobody on the way could read the request: TLS or this very machine. */
    public boolean isConfidential() {
        return known().secure() || isLoopback(known().address());
    }

    private Origin known() {
        Origin origin = current.get();
        return origin == null ? UNKNOWN : origin;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.startsWith("0:0:0:0:0:0:0:1%");
    }

    private record Origin(String address, boolean secure) {}
}
