package org.computility.shared.keys;

/** What a key of the platform is for; one key serves one purpose. */
public enum KeyPurpose {
    /** Signs by {@link Hmac} what this platform reads again. */
    SIGNING,
    /** The private half of a pair: opens what others encrypted for the platform. */
    DECRYPTING,
    /** The private half of a pair: signs what outsiders verify. */
    CERTIFYING
}
