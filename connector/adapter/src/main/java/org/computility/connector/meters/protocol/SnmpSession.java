package org.computility.connector.meters.protocol;

import java.io.IOException;
import org.computility.connector.meters.MeterDevice;
import org.computility.connector.meters.SnmpAccess;
import org.snmp4j.CommunityTarget;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.SNMP4JSettings.ReportSecurityLevelStrategy;
import org.snmp4j.ScopedPDU;
import org.snmp4j.Snmp;
import org.snmp4j.Target;
import org.snmp4j.UserTarget;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.security.AuthHMAC192SHA256;
import org.snmp4j.security.AuthHMAC384SHA512;
import org.snmp4j.security.AuthMD5;
import org.snmp4j.security.AuthSHA;
import org.snmp4j.security.PrivAES128;
import org.snmp4j.security.PrivAES256;
import org.snmp4j.security.PrivDES;
import org.snmp4j.security.SecurityLevel;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** A socket for one conversation with an agent, with protocols and users of its own: nothing of it is shared with another. */
final class SnmpSession implements AutoCloseable {

    static {
        // An agent says in the clear that a password is another one; else that would look like silence. Only reports
        // are
        // believed so, never a value.
        SNMP4JSettings.setReportSecurityLevelStrategy(ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
    }

    private final Snmp snmp;
    private final Target<UdpAddress> target;
    private final boolean v3;

    private SnmpSession(Snmp snmp, Target<UdpAddress> target, boolean v3) {
        this.snmp = snmp;
        this.target = target;
        this.v3 = v3;
    }

    static SnmpSession open(MeterDevice device, UdpAddress address) throws IOException {
        SnmpAccess access = device.access();
        boolean v3 = access.community() == null;
        MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
        dispatcher.addMessageProcessingModel(v3 ? new MPv3(users(access)) : new MPv2c());
        Snmp snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping());
        Target<UdpAddress> target = v3
                ? new UserTarget<>(address, new OctetString(access.user()), new byte[0], level(access))
                : new CommunityTarget<>(address, new OctetString(access.community()));
        target.setVersion(v3 ? SnmpConstants.version3 : SnmpConstants.version2c);
        target.setTimeout(device.patience().toMillis());
        target.setRetries(0);
        snmp.listen();
        return new SnmpSession(snmp, target, v3);
    }

    /** The answer; null: none came in time. */
    PDU get(Iterable<OID> oids) throws IOException {
        PDU request = v3 ? new ScopedPDU() : new PDU();
        request.setType(PDU.GET);
        oids.forEach(oid -> request.add(new VariableBinding(oid)));
        return snmp.get(request, target).getResponse();
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }

    private static USM users(SnmpAccess access) {
        SecurityProtocols protocols = new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility);
        USM users = new USM(protocols, new OctetString(MPv3.createLocalEngineID()), 0);
        users.addUser(new UsmUser(
                new OctetString(access.user()),
                auth(access.authProtocol()),
                secret(access.authPassword()),
                priv(access.privProtocol()),
                secret(access.privPassword())));
        return users;
    }

    private static OctetString secret(String password) {
        return password == null ? null : new OctetString(password);
    }

    private static int level(SnmpAccess access) {
        if (access.authProtocol() == null) {
            return SecurityLevel.NOAUTH_NOPRIV;
        }
        return access.privProtocol() == null ? SecurityLevel.AUTH_NOPRIV : SecurityLevel.AUTH_PRIV;
    }

    private static OID auth(SnmpAccess.AuthProtocol protocol) {
        if (protocol == null) {
            return null;
        }
        return switch (protocol) {
            case MD5 -> AuthMD5.ID;
            case SHA -> AuthSHA.ID;
            case SHA256 -> AuthHMAC192SHA256.ID;
            case SHA512 -> AuthHMAC384SHA512.ID;
        };
    }

    private static OID priv(SnmpAccess.PrivProtocol protocol) {
        if (protocol == null) {
            return null;
        }
        return switch (protocol) {
            case DES -> PrivDES.ID;
            case AES128 -> PrivAES128.ID;
            case AES256 -> PrivAES256.ID;
        };
    }
}
