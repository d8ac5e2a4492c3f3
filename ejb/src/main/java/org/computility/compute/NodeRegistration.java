package org.computility.compute;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.computility.identity.Caller;
import org.computility.identity.login.DeviceCredentials;
import org.computility.identity.passwords.SentPasswords;
import org.computility.shared.Rejected;
import org.computility.shared.Unauthenticated;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** Nodes come and go (T/BAX 0006.5 B.1 and B.2). */
@Stateless
public class NodeRegistration {

    // Table B.1; an encrypted one is longer on its way.
    private static final int LONGEST_PASSWORD = 32;

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
    public TokenData register(RegisterRequest request) {
        ComputeCode.check("Code", request.code());
        String type = ComputeType.of("Type", request.type());
        Caller device = credentials.check(request.username(), request.password(), request.code());
        guard.check("IP", "http://" + request.ip() + ":" + request.port() + "/");
        boolean wasOnline =
                nodes.register(registration(request, type, device)).orElseThrow(NodeRegistration::wrongCode);
        if (!wasOnline) {
            cameOnline.fire(new NodeOnline(request.code()));
        }
        return new TokenData(credentials.issueToken(device, request.code()));
    }

    /** Removes a node and all that was recorded about it; its keepalives are refused from then on. */
    public void unregister(UnRegisterRequest request) {
        ComputeCode.check("Code", request.code());
        Caller device = credentials.check(request.username(), request.password(), request.code());
        if (!nodes.unregister(request.code(), device.organisationId())) {
            throw ComputeNodes.unknown("Code", request.code());
        }
        left.fire(new NodeUnregistered(request.code()));
    }

    private Registration registration(RegisterRequest request, String type, Caller device) {
        return new Registration(
                request.code(),
                type,
                request.ip(),
                request.port(),
                request.username(),
                sealing.seal(password(request).getBytes(StandardCharsets.UTF_8)),
                !Boolean.FALSE.equals(request.supportAlgoService()),
                device.organisationId(),
                clock.instant());
    }

    // Sealed in the clear: the platform shows it to the node in turn.
    private String password(RegisterRequest request) {
        String password = passwords.open("Password", request.password());
        if (password.length() > LONGEST_PASSWORD) {
            throw new Rejected(
                    "member-too-long", "Password", "Password has at most " + LONGEST_PASSWORD + " characters.");
        }
        return password;
    }

    private static Unauthenticated wrongCode() {
        return new Unauthenticated("credentials-wrong", "Code", "Username, Password and Code do not belong together.");
    }
}
