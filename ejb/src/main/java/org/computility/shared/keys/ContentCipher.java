package org.computility.shared.keys;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;

/** What contents are encrypted with, in the mode GCM. */
enum ContentCipher {
    AES_256_GCM(32, NISTObjectIdentifiers.id_aes256_GCM) {
        @Override
        BlockCipher engine() {
            return AESEngine.newInstance();
        }
    },
    SM4_GCM(16, GMObjectIdentifiers.sms4_gcm) {
        @Override
        BlockCipher engine() {
            return new SM4Engine();
        }
    };

    private final int keyBytes;
    private final ASN1ObjectIdentifier oid;

    ContentCipher(int keyBytes, ASN1ObjectIdentifier oid) {
        this.keyBytes = keyBytes;
        this.oid = oid;
    }

    /** Who has a key of SM2 opens SM4, too. */
    static ContentCipher of(String publicPem) {
        return DeliveryPair.Algorithm.of(publicPem) == DeliveryPair.Algorithm.SM2 ? SM4_GCM : AES_256_GCM;
    }

    abstract BlockCipher engine();

    byte[] freshKey() {
        return SecretBytes.fresh(keyBytes);
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }
}
