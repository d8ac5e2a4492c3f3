package org.computility.planning.rules;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/**
 * Which addresses a task info may name. Nodes open the inputs, not the platform: scheme, host and port are checked,
 * and a {@code file:} must lie under the configured folder. Receivers of results get requests whose content a user decides, so they
 * pass the outbound guard.
 */
final class InputRules {

    private static final Set<String> SCHEMES = Set.of("rtsp", "rtsps", "rtmp", "rtmps", "http", "https");

    private final Path mediaFolder;
    private final BiConsumer<Member, String> receiverCheck;

    /**
     * @param mediaFolder where {@code file:} inputs may lie, null for nowhere
     * @param receiverCheck gets the member and its URL, and throws
     */
    InputRules(Path mediaFolder, BiConsumer<Member, String> receiverCheck) {
        this.mediaFolder =
                mediaFolder == null ? null : mediaFolder.toAbsolutePath().normalize();
        this.receiverCheck = receiverCheck;
    }

    void checkInput(Member member, String url) {
        URI uri = uri(member, url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (scheme.equals("file")) {
            checkFile(member, uri);
        } else if (!SCHEMES.contains(scheme)) {
            throw new Rejected(
                    "url-refused", member, "{member} begins with rtsp, rtmp, http, https or file, not " + scheme + ".");
        } else {
            InputHost.of(uri).check(member);
        }
    }

    void checkReceiver(Member member, String url) {
        receiverCheck.accept(member, url);
    }

    private void checkFile(Member member, URI uri) {
        if (mediaFolder == null || uri.getPath() == null || !isInFolder(uri.getPath())) {
            throw new Rejected(
                    "url-refused",
                    member,
                    "{member} names a file outside the folder for media (COMPUTILITY_MEDIA_DIR).");
        }
    }

    private boolean isInFolder(String text) {
        try {
            Path path = Path.of(text).normalize();
            return path.startsWith(mediaFolder) && !path.equals(mediaFolder);
        } catch (InvalidPathException e) {
            // A path with U+0000, or with a character that the file system cannot write, names no file.
            return false;
        }
    }

    private static URI uri(Member member, String url) {
        try {
            URI uri = new URI(url);
            if (uri.getScheme() == null) {
                throw new Rejected("url-refused", member, "{member} is an absolute URL.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw InputHost.refused(member, "is not a URL: " + e.getReason() + ".", url.contains("@"));
        }
    }
}
