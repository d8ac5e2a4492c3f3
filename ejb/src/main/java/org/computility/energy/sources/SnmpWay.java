package org.computility.energy.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.nio.charset.StandardCharsets;
import org.computility.connector.meters.MeterPoint;
import org.computility.connector.meters.MeterPoint.SnmpObject;
import org.computility.connector.meters.SnmpAccess;
import org.computility.energy.sources.NewSource.AuthProtocol;
import org.computility.energy.sources.NewSource.PrivProtocol;
import org.computility.shared.keys.Sealing;

/** Where in an SNMP agent a meter stands, and as whom it is asked; the secrets are sealed. */
@Embeddable
class SnmpWay {

    private String oid;

    @Column(name = "snmp_user")
    private String user;

    @Enumerated(EnumType.STRING)
    @Column(name = "auth_protocol")
    private AuthProtocol authProtocol;

    @Enumerated(EnumType.STRING)
    @Column(name = "priv_protocol")
    private PrivProtocol privProtocol;

    @Column(name = "sealed_community")
    private byte[] sealedCommunity;

    @Column(name = "sealed_auth_password")
    private byte[] sealedAuthPassword;

    @Column(name = "sealed_priv_password")
    private byte[] sealedPrivPassword;

    protected SnmpWay() {}

    static SnmpWay of(NewSource.Snmp wanted, Sealing sealing) {
        if (wanted == null) {
            return null;
        }
        SnmpWay way = new SnmpWay();
        way.oid = wanted.oid();
        way.user = wanted.user();
        way.authProtocol = wanted.authProtocol();
        way.privProtocol = wanted.privProtocol();
        way.sealedCommunity = sealed(wanted.community(), sealing);
        way.sealedAuthPassword = sealed(wanted.authPassword(), sealing);
        way.sealedPrivPassword = sealed(wanted.privPassword(), sealing);
        return way;
    }

    MeterPoint point(DataType type) {
        return new SnmpObject(oid, type.object());
    }

    SnmpAccess access(Sealing sealing) {
        return new SnmpAccess(
                open(sealedCommunity, sealing),
                user,
                authProtocol == null ? null : SnmpAccess.AuthProtocol.valueOf(authProtocol.name()),
                open(sealedAuthPassword, sealing),
                privProtocol == null ? null : SnmpAccess.PrivProtocol.valueOf(privProtocol.name()),
                open(sealedPrivPassword, sealing));
    }

    /** Without the secrets. */
    NewSource.Snmp view() {
        return new NewSource.Snmp(oid, null, user, authProtocol, null, privProtocol, null);
    }

    private static byte[] sealed(String secret, Sealing sealing) {
        return secret == null ? null : sealing.seal(secret.getBytes(StandardCharsets.UTF_8));
    }

    private static String open(byte[] sealed, Sealing sealing) {
        return sealed == null ? null : new String(sealing.open(sealed), StandardCharsets.UTF_8);
    }
}
