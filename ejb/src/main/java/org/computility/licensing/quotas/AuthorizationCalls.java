package org.computility.licensing.quotas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;
import org.computility.shared.outbound.OutboundAnswer;
import org.computility.shared.outbound.OutboundCalls;
import org.computility.shared.outbound.OutboundFailed;
import org.computility.shared.outbound.OutboundLimits;

/**
 * Asks authorization servers for quotas: {@code GET http://‹IP:Port›/AuthServer/Quota/‹AlgoDefCode›}, a stand-in for T/BAX
 * 0006.2 6.1.2, whose text nobody here has. Of several servers the first that answers counts.
 */
@ApplicationScoped
public class AuthorizationCalls {

    private static final Member CODE = new Member("algoDefCode");
    private static final OutboundLimits LIMITS = new OutboundLimits(Duration.ofSeconds(3), 16 * 1024);
    private static final Map<String, String> HEADERS = Map.of("Accept", "application/json");

    @Inject
    OutboundCalls calls;

    /**
     * What the first of the servers that answers says.
     *
     * @param servers one or several {@code IP:Port}, between commas
     * @throws Unavailable 502 {@code authorization-server-broken}, or 504 {@code authorization-server-silent} where none answers
     *     at all
     */
    public ToldQuota ask(String servers, String algoDefCode) {
        List<String> complaints = new ArrayList<>();
        boolean silent = true;
        for (String server : servers.split(",")) {
            try {
                OutboundAnswer answer = get(server.strip(), algoDefCode);
                Optional<ToldQuota> told =
                        answer.isSuccess() ? QuotaAnswer.read(answer.body(), algoDefCode) : Optional.empty();
                if (told.isPresent()) {
                    return told.get();
                }
                silent = false;
                complaints.add(server.strip() + " answers " + answer.status() + " and no quota");
            } catch (OutboundFailed e) {
                silent &= e.reason() == OutboundFailed.Reason.UNREACHABLE || e.reason() == OutboundFailed.Reason.LATE;
                complaints.add(server.strip() + " " + e.getMessage());
            } catch (Rejected e) {
                silent = false;
                complaints.add(server.strip() + " may not be called: " + e.getMessage());
            }
        }
        String message = "The authorization server tells no quota of " + algoDefCode + ": "
                + String.join("; ", complaints) + ".";
        throw silent
                ? Unavailable.gatewayTimeout("authorization-server-silent", CODE, message)
                : Unavailable.badGateway("authorization-server-broken", CODE, message);
    }

    private OutboundAnswer get(String server, String algoDefCode) throws OutboundFailed {
        String code = URLEncoder.encode(algoDefCode, StandardCharsets.UTF_8).replace("+", "%20");
        String url = "http://" + server + "/AuthServer/Quota/" + code;
        return calls.send(new Member("server"), "GET", url, HEADERS, new byte[0], LIMITS, bytes -> true);
    }
}
