package org.computility.connector.meters.devices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.snmp4j.CommandResponderEvent;
import org.snmp4j.MessageDispatcherImpl;
import org.snmp4j.MessageException;
import org.snmp4j.PDU;
import org.snmp4j.SNMP4JSettings;
import org.snmp4j.SNMP4JSettings.ReportSecurityLevelStrategy;
import org.snmp4j.Snmp;
import org.snmp4j.mp.MPv2c;
import org.snmp4j.mp.MPv3;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.mp.StatusInformation;
import org.snmp4j.security.SecurityProtocols;
import org.snmp4j.security.USM;
import org.snmp4j.security.UsmUser;
import org.snmp4j.smi.Address;
import org.snmp4j.smi.Null;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.UdpAddress;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;
import org.snmp4j.transport.DefaultUdpTransportMapping;

/** An agent of SNMP4J on this machine; it answers whoever knows its community or is one of its users. */
public final class SnmpAgent implements AutoCloseable {

    private final Map<OID, Variable> objects = new ConcurrentHashMap<>();
    private final String community;
    private final Snmp snmp;
    private final USM users = new USM(
            new SecurityProtocols(SecurityProtocols.SecurityProtocolSet.maxCompatibility),
            new OctetString(MPv3.createLocalEngineID()),
            0);

    public SnmpAgent(int port, String community) {
        this.community = community;
        // As most agents do: whoever is not known is told so in the clear.
        SNMP4JSettings.setReportSecurityLevelStrategy(ReportSecurityLevelStrategy.noAuthNoPrivIfNeeded);
        try {
            MessageDispatcherImpl dispatcher = new MessageDispatcherImpl();
            dispatcher.addMessageProcessingModel(new MPv2c());
            dispatcher.addMessageProcessingModel(new MPv3(users));
            snmp = new Snmp(dispatcher, new DefaultUdpTransportMapping(new UdpAddress("127.0.0.1/" + port)));
            snmp.addCommandResponder(this::answer);
            snmp.listen();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SnmpAgent shows(String oid, Variable value) {
        objects.put(new OID(oid), value);
        return this;
    }

    public SnmpAgent knows(String user, OID auth, String authPassword, OID priv, String privPassword) {
        users.addUser(new UsmUser(
                new OctetString(user), auth, new OctetString(authPassword), priv, new OctetString(privPassword)));
        return this;
    }

    @Override
    public void close() throws IOException {
        snmp.close();
    }

    private <A extends Address> void answer(CommandResponderEvent<A> event) {
        boolean v3 = event.getMessageProcessingModel() == MPv3.ID;
        if (!v3 && !community.equals(new String(event.getSecurityName(), StandardCharsets.UTF_8))) {
            return;
        }
        PDU answer = event.getPDU();
        answer.setType(PDU.RESPONSE);
        for (int i = 0; i < answer.size(); i++) {
            OID oid = answer.get(i).getOid();
            answer.set(i, new VariableBinding(oid, objects.getOrDefault(oid, Null.noSuchObject)));
        }
        try {
            event.getMessageDispatcher()
                    .returnResponsePdu(
                            event.getMessageProcessingModel(),
                            event.getSecurityModel(),
                            event.getSecurityName(),
                            event.getSecurityLevel(),
                            answer,
                            event.getMaxSizeResponsePDU(),
                            event.getStateReference(),
                            new StatusInformation());
        } catch (MessageException e) {
            throw new IllegalStateException(SnmpConstants.mpErrorMessage(e.getSnmp4jErrorStatus()), e);
        }
    }
}
