package org.computility.shared.rest.family;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.computility.shared.rest.family.dates.Times;

/**
 * The families of URIs: one for each standard, and the platform's own. A resource names its family by {@link InFamily};
 * the path tells the family only where no resource took the call.
 */
public enum Family {
    /** T/BAX 0006.5. */
    ACSMP(AcsmpEnvelope.ANSWERS, Spelling.ACSMP, Times.SECONDS, List.of(Family.X_AUTH_TOKEN), "ACSMP"),
    /** T/AI 123.8. */
    NETWORK(
            NetworkRefusal.ANSWERS,
            Spelling.NEUTRAL,
            Times.SECONDS,
            List.of(Family.X_AUTH_TOKEN),
            "auth centers resource datasets trainjob onlineJob"),
    /** T/AI 123.12; clause 7.3 prefixes the functions of its annex by a version and a module. */
    TRADING(
            TradingEnvelope.ANSWERS,
            Spelling.TRADING,
            Times.SECONDS,
            List.of(Family.X_AUTH_TOKEN),
            "registerData publishData publishDatasets queryPublishedData revokePublishedData registerDemand publishDemand "
                    + "queryPublishedDemand revokeDemand confirmDemand queryDemandForSettlement settlement "
                    + "querySettlement deliver queryDeliverResult deliverDatasets updateLicenses v1"),
    /** TC609. */
    MONITORING(
            MonitoringEnvelope.ANSWERS, Spelling.NEUTRAL, Times.SECONDS, List.of("token", Family.X_AUTH_TOKEN), "api"),
    /** The platform's own, and whatever is nobody's: RFC 9457. */
    PLATFORM(Problem.ANSWERS, Spelling.PLATFORM, Times.ISO_8601, List.of(Family.X_AUTH_TOKEN), "platform");

    private static final String X_AUTH_TOKEN = "X-Auth-Token";
    private static final String ATTRIBUTE = "org.computility.family";

    private static final Map<String, Family> BY_FIRST_SEGMENT = Stream.of(values())
            .flatMap(family -> Stream.of(family.firstSegments).map(segment -> Map.entry(segment, family)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Answers answers;
    private final Spelling spelling;
    private final Times times;
    private final List<String> tokenHeaders;
    private final String[] firstSegments;

    Family(Answers answers, Spelling spelling, Times times, List<String> tokenHeaders, String firstSegments) {
        this.answers = answers;
        this.spelling = spelling;
        this.times = times;
        this.tokenHeaders = tokenHeaders;
        this.firstSegments = firstSegments.split(" ");
    }

    /** The family of the call: of the resource that took it, else by the path. */
    public static Family of(ContainerRequestContext call) {
        return call.getProperty(ATTRIBUTE) instanceof Family named
                ? named
                : at(call.getUriInfo().getPath());
    }

    /** The same where only the servlet's request is at hand. */
    static Family of(HttpServletRequest request, UriInfo uri) {
        return request.getAttribute(ATTRIBUTE) instanceof Family named ? named : at(uri.getPath());
    }

    /** The family whose URIs begin as this path does. */
    public static Family at(String path) {
        String plain = path.startsWith("/") ? path.substring(1) : path;
        int end = plain.indexOf('/');
        return BY_FIRST_SEGMENT.getOrDefault(end < 0 ? plain : plain.substring(0, end), PLATFORM);
    }

    /** The call was taken by a resource of this family. */
    void takes(ContainerRequestContext call) {
        call.setProperty(ATTRIBUTE, this);
    }

    /** The headers that carry the token, the first one first; a bearer's {@code Authorization} does in every family. */
    public List<String> tokenHeaders() {
        return tokenHeaders;
    }

    /** A time as the family writes it; where a table shows another width, its member says so. */
    public String written(Instant time) {
        return times.written(time);
    }

    /**
     * The time that a text of a request means; null when the text is absent or empty. A wrong text is refused by the
     * name of its member.
     */
    public Instant time(String member, String text) {
        return times.read(member, text);
    }

    /** A neutral member ({@code pageSize}) as the family's tables spell it. */
    String spelt(String member) {
        return spelling.of(member);
    }

    boolean isBare() {
        return answers.areBare();
    }

    /** What answers a success, wrapped around the data. */
    Object success(int status, Object data, String requestId) {
        return answers.success(status, data, requestId);
    }

    /** The HTTP status that answers the failure. */
    int status(Failure failure) {
        return answers.status(failure);
    }

    /** The refusal in this family's words. */
    Object refusal(Failure failure, String requestId) {
        return answers.refusal(failure, requestId);
    }

    MediaType refusalType() {
        return answers.refusalType();
    }
}
