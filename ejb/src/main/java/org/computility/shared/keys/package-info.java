/**
 * The keys of the platform: secrets sealed before they are stored, the keys that it makes for itself, signatures, hashes, bytes
 * that nobody can guess. Everything that uses {@code javax.crypto} lies here.
 *
 * <p>Not here: what is signed or sealed (the rooms; shared.links for links), passwords and SM2 (identity.passwords).
 */
package org.computility.shared.keys;
