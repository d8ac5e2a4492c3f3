package org.computility.planning.rules;

import java.net.URI;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Whom an input's address leads to. A password that is not percent-encoded may end the host before its time: {@code
 * rtsp://admin:12#3@camera/} leads to the host admin. Refusals repeat nothing of the address, which may be a password.
 */
record InputHost(String host, String port, String behind) {

    private static final String HINT =
            " A user name or password in it is percent-encoded: # as %23, / as %2F, ? as %3F, @ as %40, % as %25.";

    private static final int LARGEST_PORT = 65_535;

    static InputHost of(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = host.lastIndexOf(':');
        boolean hasPort = colon > host.lastIndexOf(']');
        String url = uri.toString();
        return new InputHost(
                hasPort ? host.substring(0, colon) : host,
                hasPort ? host.substring(colon + 1) : "",
                url.substring(url.indexOf("//") + 2 + authority.length()));
    }

    /** Refuses the member unless a node can call this. */
    void check(Member member) {
        if (host.isEmpty() || (host.contains(":") && !host.startsWith("["))) {
            throw refused(member, "names no host.");
        }
        if (!port.isEmpty() && !isPort()) {
            throw refused(member, "names no port between 1 and 65535.");
        }
        if (isCut()) {
            throw refused(member, "has an @ behind its host.");
        }
    }

    /** The refusal of an address, with a hint where a password may be at fault. */
    static Rejected refused(Member member, String words, boolean hint) {
        return new Rejected("url-refused", member, "{member} " + words + (hint ? HINT : ""));
    }

    private Rejected refused(Member member, String words) {
        return refused(member, words, behind.contains("@"));
    }

    private boolean isPort() {
        return port.matches("\\d{1,5}") && !port.matches("0+") && Integer.parseInt(port) <= LARGEST_PORT;
    }

    /** Paths may hold an @; but where user, colon and digits stand before it, these are rather no host and port. */
    private boolean isCut() {
        int fragment = behind.indexOf('#');
        boolean inFragment = fragment >= 0 && behind.indexOf('@', fragment) >= 0;
        boolean likeAUser = !port.isEmpty() && !host.contains(".") && !host.startsWith("[");
        return inFragment || (likeAUser && behind.contains("@"));
    }
}
