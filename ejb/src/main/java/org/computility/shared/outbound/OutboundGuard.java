package org.computility.shared.outbound;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.computility.shared.Member;
import org.computility.shared.PlatformConfig;
import org.computility.shared.Rejected;
import org.computility.shared.Unavailable;

/**
 * The one way out to a URL that a user gave. Only http and https; no host that resolves into an internal range, or to an
 * IPv6 address with an internal IPv4 address inside, unless {@code COMPUTILITY_OUTBOUND_ALLOW} lists the range; no
 * spelling of an address that others read otherwise; every redirect is checked again.
 */
@ApplicationScoped
public class OutboundGuard {

    private static final int REDIRECTS = 5;
    private static final Duration A_MOMENT = Duration.ofMillis(1);
    private static final int LAST_PORT = 65_535;
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

    private List<AddressRange> allowed;
    private HttpClient client;

    /** For the container, which then has this server's allow list read. */
    public OutboundGuard() {}

    OutboundGuard(List<String> allowedRanges) {
        use(allowedRanges);
    }

    // Not in the constructor: containers may call that for the proxy, too.
    @PostConstruct
    void start() {
        use(PlatformConfig.current().outboundAllow());
    }

    private void use(List<String> allowedRanges) {
        allowed = allowedRanges.stream().map(AddressRange::parse).toList();
        client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_PATIENCE)
                .build();
    }

    /**
     * The URL when it may be called, else Rejected {@code url-invalid} or {@code url-refused} naming the member. Call it
     * at once, and check again before the answer is read: the JDK keeps the addresses it resolved for 30 s at most, so a name
     * may lead elsewhere between this and the connection. Only a proxy on the way out keeps the request itself from arriving.
     */
    public URI check(Member member, String url) {
        URI uri = parse(member, url);
        if (HostSpelling.isAmbiguous(uri.getHost())) {
            throw new Rejected(
                    "url-refused",
                    member,
                    "The host of {member} is a name, an IPv4 address as four decimal numbers without leading zeros, "
                            + "or an IPv6 address in brackets.");
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (!isReachable(address)) {
                    throw new Rejected(
                            "url-refused",
                            member,
                            "{member} leads to an internal address; an administrator may list its range in "
                                    + "COMPUTILITY_OUTBOUND_ALLOW.");
                }
            }
        } catch (UnknownHostException e) {
            throw new Rejected("url-refused", member, "The host of {member} is not known.");
        }
        return uri;
    }

    /**
     * The content behind the URL, to be read and closed by the caller. Reading throws DownloadFailed once more than
     * {@code maximumBytes} arrive, or once {@code limit} has passed since the call, redirects and all, however slowly
     * the other side sends. Unavailable {@code download-failed} when the limit passes before there is anything to read.
     */
    public InputStream open(Member member, String url, long maximumBytes, Duration limit) {
        long begun = System.nanoTime();
        String next = url;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            HttpResponse<InputStream> response = get(check(member, next), left(limit, begun));
            checkAgain(member, next, response);
            if (response.statusCode() == 200) {
                return new BoundedDownload(response.body(), maximumBytes, limit, left(limit, begun));
            }
            closeQuietly(response.body());
            String location = response.headers().firstValue("Location").orElse(null);
            if (response.statusCode() / 100 != 3 || location == null) {
                throw new Rejected(
                        "download-refused", member, "The server behind {member} answered " + response.statusCode());
            }
            next = resolve(member, response.uri(), location);
        }
        throw new Rejected("download-refused", member, "{member} redirects more than " + REDIRECTS + " times.");
    }

    private void checkAgain(Member member, String url, HttpResponse<InputStream> response) {
        try {
            check(member, url);
        } catch (Rejected e) {
            closeQuietly(response.body());
            throw e;
        }
    }

    /** What of the limit is not yet used; a moment at least, since there is no request without patience. */
    private static Duration left(Duration limit, long begun) {
        Duration left = limit.minusNanos(System.nanoTime() - begun);
        return left.compareTo(A_MOMENT) < 0 ? A_MOMENT : left;
    }

    private HttpResponse<InputStream> get(URI uri, Duration patience) {
        try {
            return client.send(
                    HttpRequest.newBuilder(uri).timeout(patience).build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new Unavailable("download-failed", "The server at " + uri.getHost() + " does not answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("download-failed", "The download was interrupted.");
        }
    }

    private static URI parse(Member member, String url) {
        try {
            URI uri = new URI(url == null ? "" : url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (!(scheme.equals("http") || scheme.equals("https"))
                    || uri.getHost() == null
                    || uri.getPort() > LAST_PORT
                    || uri.getUserInfo() != null) {
                throw new Rejected(
                        "url-invalid",
                        member,
                        "{member} is an http or https URL with a port, if any, up to " + LAST_PORT
                                + " and without user information.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new Rejected("url-invalid", member, "{member} is not a URL.");
        }
    }

    private static String resolve(Member member, URI base, String location) {
        try {
            return base.resolve(location).toString();
        } catch (IllegalArgumentException e) {
            throw new Rejected("url-refused", member, "{member} redirects to what is not a URL.");
        }
    }

    /** Listed; or neither internal itself, nor with an internal address inside that is not listed. */
    private boolean isReachable(InetAddress address) {
        return isAllowed(address)
                || (!isInternal(address)
                        && EmbeddedAddresses.in(address).stream()
                                .allMatch(inner -> isAllowed(inner) || !isInternal(inner)));
    }

    private boolean isAllowed(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static boolean isInternal(InetAddress address) {
        return AddressRange.INTERNAL.stream().anyMatch(range -> range.contains(address));
    }

    private static void closeQuietly(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            // Nobody wanted the body of a redirect.
            return;
        }
    }
}
