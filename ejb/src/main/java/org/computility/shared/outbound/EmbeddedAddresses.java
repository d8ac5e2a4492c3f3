package org.computility.shared.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The IPv4 addresses inside an IPv6 address. A router, gateway or host on the way may take a packet to the inner
 * address, so it is judged like the outer one.
 */
final class EmbeddedAddresses {

    /** Where IPv6 addresses of one kind hold an IPv4 address: its first byte. */
    private record Place(AddressRange range, int first) {}

    private static final List<Place> PLACES = List.of(
            // IPv4-compatible; mapped addresses are IPv4 addresses to Java already.
            new Place(AddressRange.parse("::/96"), 12),
            // IPv4-translated (RFC 2765).
            new Place(AddressRange.parse("::ffff:0:0:0/96"), 12),
            // NAT64 (RFC 6052).
            new Place(AddressRange.parse("64:ff9b::/96"), 12),
            // 6to4 (RFC 3056).
            new Place(AddressRange.parse("2002::/16"), 2),
            // The server of Teredo (RFC 4380).
            new Place(AddressRange.parse("2001::/32"), 4));

    private static final AddressRange TEREDO = AddressRange.parse("2001::/32");

    private static final int BYTES_OF_IPV6 = 16;

    private EmbeddedAddresses() {}

    /** None in an IPv4 address. */
    static List<InetAddress> in(InetAddress address) {
        byte[] bytes = address.getAddress();
        List<InetAddress> found = new ArrayList<>();
        if (bytes.length == BYTES_OF_IPV6) {
            PLACES.stream()
                    .filter(place -> place.range().contains(address))
                    .forEach(place -> found.add(at(place.first(), bytes)));
            if (TEREDO.contains(address)) {
                // The client's address is written inverted.
                found.add(at(12, inverted(bytes)));
            }
            if (isIsatap(bytes)) {
                found.add(at(12, bytes));
            }
        }
        return found;
    }

    /** RFC 5214: {@code 0:5efe} before the IPv4 address, under any prefix; the bit of a global address may be set. */
    private static boolean isIsatap(byte[] bytes) {
        return (bytes[8] & ~2) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    private static byte[] inverted(byte[] bytes) {
        byte[] inverted = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            inverted[i] = (byte) ~bytes[i];
        }
        return inverted;
    }

    private static InetAddress at(int first, byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, first, first + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an IPv4 address", e);
        }
    }
}
