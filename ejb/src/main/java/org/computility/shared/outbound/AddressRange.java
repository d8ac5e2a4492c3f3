package org.computility.shared.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** A block of IP addresses, written as CIDR: {@code 10.0.0.0/8}, {@code fc00::/7}, or a single address. */
record AddressRange(byte[] network, int prefix) {

    /** Addresses that no user's URL may reach unless they are allowed: this host, its site, and what is not unicast. */
    static final List<AddressRange> INTERNAL = List.of(
            parse("0.0.0.0/8"),
            parse("10.0.0.0/8"),
            parse("100.64.0.0/10"),
            parse("127.0.0.0/8"),
            parse("169.254.0.0/16"),
            parse("172.16.0.0/12"),
            parse("192.0.0.0/24"),
            parse("192.168.0.0/16"),
            parse("198.18.0.0/15"),
            parse("224.0.0.0/3"),
            parse("::/127"),
            // NAT64 of a site (RFC 8215); of the well-known 64:ff9b::/96 the inner address counts.
            parse("64:ff9b:1::/48"),
            parse("fc00::/7"),
            parse("fe80::/10"),
            parse("fec0::/10"),
            parse("ff00::/8"));

    static AddressRange parse(String cidr) {
        String[] parts = cidr.strip().split("/", 2);
        if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            throw new IllegalArgumentException(cidr + " is not an address range like 10.0.0.0/8.");
        }
        try {
            byte[] network = InetAddress.getByName(parts[0]).getAddress();
            int prefix = parts.length == 1 ? network.length * 8 : Integer.parseInt(parts[1]);
            if (prefix < 0 || prefix > network.length * 8) {
                throw new IllegalArgumentException(cidr + " has a prefix longer than its address.");
            }
            return new AddressRange(network, prefix);
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(cidr + " is not an address range like 10.0.0.0/8.", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (network[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
