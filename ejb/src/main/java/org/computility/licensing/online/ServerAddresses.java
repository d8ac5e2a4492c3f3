package org.computility.licensing.online;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** The addresses of an authorization server: one or several {@code IP:Port} between commas, as the example of D.3 has them. */
final class ServerAddresses {

    /** What a variable of a service may hold (T/BAX 0006.5 table F.7). */
    static final int LONGEST_VALUE = 128;

    private static final Member SERVER = new Member("server");

    private static final Pattern ADDRESS =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9][A-Za-z0-9._-]*)" + ":(?<port>[1-9][0-9]{0,4})");
    private static final Pattern DOTTED = Pattern.compile("[0-9.]+");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(\\.|$)){4}");
    private static final int LAST_PORT = 65535;

    private ServerAddresses() {}

    /**
     * The addresses without spaces around them.
     *
     * @throws Rejected {@code auth-server-address-invalid}
     */
    static String checked(String text) {
        List<String> addresses =
                Stream.of(text.split(",", -1)).map(String::strip).toList();
        addresses.forEach(ServerAddresses::check);
        return String.join(",", addresses);
    }

    /** As many of them, from the first on, as one variable holds. */
    static String forVariable(String addresses) {
        if (addresses.length() <= LONGEST_VALUE) {
            return addresses;
        }
        return addresses.substring(0, addresses.lastIndexOf(',', LONGEST_VALUE));
    }

    private static void check(String address) {
        var found = ADDRESS.matcher(address);
        if (!found.matches() || !isHost(found.group("host")) || Integer.parseInt(found.group("port")) > LAST_PORT) {
            throw invalid("{member} is IP:Port, or several of them with commas between, not " + address + ".");
        }
        if (address.length() > LONGEST_VALUE) {
            throw invalid("Each address in {member} has at most " + LONGEST_VALUE
                    + " characters: it becomes the value of AUTH_SERVER_ADDR.");
        }
    }

    private static boolean isHost(String host) {
        return !DOTTED.matcher(host).matches() || IPV4.matcher(host).matches();
    }

    private static Rejected invalid(String message) {
        return new Rejected("auth-server-address-invalid", SERVER, message);
    }
}
