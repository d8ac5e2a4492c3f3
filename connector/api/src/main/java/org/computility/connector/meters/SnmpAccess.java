package org.computility.connector.meters;

/**
 * How the platform makes itself known to an SNMP agent: by a community (v2c), or as a user (v3).
 *
 * @param community null: a user is meant
 * @param user null: a community is meant
 * @param authProtocol null: what is said is not authenticated
 * @param privProtocol null: what is said is not enciphered
 */
public record SnmpAccess(
        String community,
        String user,
        AuthProtocol authProtocol,
        String authPassword,
        PrivProtocol privProtocol,
        String privPassword) {

    /** How messages are authenticated; those with SHA-2 as in RFC 7860. */
    public enum AuthProtocol {
        MD5,
        SHA,
        SHA256,
        SHA512
    }

    /** How messages are enciphered. */
    public enum PrivProtocol {
        DES,
        AES128,
        AES256
    }

    // Never the secrets.
    @Override
    public String toString() {
        return user == null ? "v2c" : "v3 " + user;
    }
}
