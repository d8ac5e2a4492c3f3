package org.computility.compute;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.computility.identity.Caller;
import org.computility.identity.login.DeviceCredentials;
import org.computility.identity.passwords.SentPasswords;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** Nodes come and go (T/BAX 0006.5 B.1 and B.2). */
@Stateless
public class NodeRegistration {

    // Table B.1, for a plain password; an encrypted one is longer.
    private static final int LONGEST_PASSWORD = 32;
    private static final Member CODE = new Member("code");
    private static final Member PASSWORD = new Member("password");

    @Inject
    private Nodes nodes;

    @Inject
    private DeviceCredentials credentials;

    @Inject
    private SentPasswords passwords;

    @Inject
    private OutboundGuard guard;

    @Inject
    private Sealing sealing;

    @Inject
    private Clock clock;

    @Inject
    private Event<NodeOnline> cameOnline;

    @Inject
    private Event<NodeUnregistered> left;

    /**
     * Registers a node, or takes over the new address and credential of a known one.
     *
     * @return the token for its keepalives and results
     * @throws Unauthenticated {@code credentials-wrong}: name, password or code do not fit, or the code is another
     *     organisation's
     */
    public String register(NewNode node) {
        ComputeCode.check(CODE, node.code());
        String type = ComputeType.of(node.type());
        String password = opened(node.password());
        Caller device = credentials.check(node.username(), node.password(), node.code());
        guard.check(new Member("ip"), "http://" + node.host() + ":" + node.port() + "/");
        boolean wasOnline =
                nodes.register(registration(node, type, password, device)).orElseThrow(DeviceCredentials::wrong);
        if (!wasOnline) {
            cameOnline.fire(new NodeOnline(node.code()));
        }
        return credentials.issueToken(device, node.code());
    }

    /**
     * Removes a node and all that was recorded about it. Its token is good for nothing from then on, and it is told to
     * stop what it runs.
     */
    public void unregister(String code, String username, String password) {
        ComputeCode.check(CODE, code);
        opened(password);
        Caller device = credentials.check(username, password, code);
        NodeAddress address = nodes.find(code)
                .map(ComputeNode::address)
                .filter(found -> nodes.unregister(code, device.organisationId()))
                .orElseThrow(() -> ComputeNodes.unknown(CODE, code));
        credentials.revokeTokens(device, code);
        left.fire(new NodeUnregistered(code, address));
    }

    private Registration registration(NewNode node, String type, String password, Caller device) {
        return new Registration(
                node.code(),
                type,
                node.host(),
                node.port(),
                node.username(),
                sealing.seal(password.getBytes(StandardCharsets.UTF_8)),
                node.servesAlgorithms(),
                device.organisationId(),
                clock.instant());
    }

    // Opened before it is compared: too long a password is a matter of length. It is sealed as plain text, no longer as
    // SM2: the platform shows it to the node in turn.
    private String opened(String sent) {
        String password = passwords.open(PASSWORD, sent);
        if (password.length() > LONGEST_PASSWORD) {
            throw new Rejected(
                    "member-too-long", PASSWORD, "{member} has at most " + LONGEST_PASSWORD + " characters.");
        }
        return password;
    }
}
