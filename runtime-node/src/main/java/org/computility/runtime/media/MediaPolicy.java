package org.computility.runtime.media;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * What a task may open. FFmpeg knows protocols that read any file or splice several; only the ones below are let through,
 * and files only below the node's media folder.
 *
 * @param folder for {@code file:} addresses, or null when there are none
 */
public record MediaPolicy(Path folder) {

    private static final Map<String, String> PROTOCOLS = Map.of(
            "rtsp", "rtsp,rtp,udp,tcp",
            "rtsps", "rtsps,rtsp,rtp,srtp,udp,tcp,tls,crypto",
            "rtmp", "rtmp,tcp",
            "rtmps", "rtmps,tls,tcp",
            // Playlists lead to segments on other servers, which may be encrypted.
            "http", "http,https,tcp,tls,crypto",
            "https", "https,http,tcp,tls,crypto",
            "file", "file");

    /**
     * A checked address.
     *
     * @param location as FFmpeg takes it
     * @param protocols FFmpeg's white list for it
     * @param live whether the far end sets the pace
     */
    public record Address(String location, String protocols, boolean live) {}

    /** Checks an address of a task. */
    public Address check(String url) throws MediaException {
        int colon = url.indexOf(':');
        String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
        String protocols = PROTOCOLS.get(scheme);
        if (protocols == null) {
            throw new MediaException(
                    "Media come by rtsp, rtsps, rtmp, rtmps, http, https or file, not by '" + scheme + "'");
        }
        if (scheme.equals("file")) {
            return new Address(file(url).toString(), protocols, false);
        }
        return new Address(url, protocols, scheme.startsWith("rt"));
    }

    private Path file(String url) throws MediaException {
        try {
            Path file = Path.of(new URI(url)).toRealPath();
            if (folder != null && file.startsWith(folder.toRealPath()) && Files.isRegularFile(file)) {
                return file;
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            throw new MediaException("There is no such file: " + url);
        }
        throw new MediaException("This node reads files below its media folder only: " + url);
    }
}
