package org.computility.shared.outbound;

import java.util.regex.Pattern;

/**
 * How a host is written. An IPv4 address has many spellings ({@code 0177.0.0.1}, {@code 0x7f000001}, {@code 127.1}), of
 * which Java reads some otherwise than the programs that the URL is handed on to. Only the usual spelling is taken.
 */
final class HostSpelling {

    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern USUAL = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");

    /** What WHATWG's URL standard reads as an IPv4 address or refuses: a last label that is a number. */
    private static final Pattern ENDS_IN_A_NUMBER = Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.*");

    private HostSpelling() {}

    /** Whether others may read the host as another address than Java does. */
    static boolean isAmbiguous(String host) {
        return ENDS_IN_A_NUMBER.matcher(host).matches() && !USUAL.matcher(host).matches();
    }
}
