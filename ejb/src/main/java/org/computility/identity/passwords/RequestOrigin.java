package org.computility.identity.passwords;

import jakarta.enterprise.context.RequestScoped;

/** Where the running request comes from; the edge sets it. */
@RequestScoped
public class RequestOrigin {

    private String address = "unknown";
    private boolean confidential;

    /**
     * Told by the edge.
     *
     * @param remoteAddress the other side's IP address
     * @param secure whether the request came over TLS
     */
    public void set(String remoteAddress, boolean secure) {
        address = remoteAddress;
        confidential = secure || isLoopback(remoteAddress);
    }

    public String address() {
        return address;
    }

    /** Whether nobody on the way could read the request: TLS or this very machine. */
    public boolean isConfidential() {
        return confidential;
    }

    private static boolean isLoopback(String address) {
        return address.startsWith("127.")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.startsWith("0:0:0:0:0:0:0:1%");
    }
}
