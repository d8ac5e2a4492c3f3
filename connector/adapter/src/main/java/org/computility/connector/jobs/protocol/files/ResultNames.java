package org.computility.connector.jobs.protocol.files;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What the files below a folder are called. Linux takes any bytes for a name: those that are no UTF-8 are written as {@code %XX}, and
 * in such a path a percent sign as {@code %25}. Where that is another file's plain name, percent signs follow.
 *
 * @param root its real path
 */
record ResultNames(Path root) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** One for each file, whatever the server's locale is. */
    String name(Path file) {
        byte[] bytes = bytes(file);
        return isText(bytes) ? new String(bytes, StandardCharsets.UTF_8) : free(text(bytes));
    }

    // A percent sign without digits ends no other odd name.
    private String free(String odd) {
        String name = odd;
        while (Files.exists(plain(name), LinkOption.NOFOLLOW_LINKS)) {
            name += "%";
        }
        return name;
    }

    /**
     * The path that may have this name; it may lead anywhere, and need not be there.
     *
     * @throws IllegalArgumentException where it is no path
     */
    Path plain(String name) {
        return path(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The one of a name that has bytes written as digits. */
    Optional<Path> odd(String name) {
        String encoded = name.replaceFirst("%+$", "");
        if (!encoded.matches("([^%]|%[0-9A-F]{2})*")) {
            return Optional.empty();
        }
        Path path = path(decoded(encoded.getBytes(StandardCharsets.UTF_8)));
        // No second name leads to a file, and none out of the folder.
        return path.startsWith(root) && !path.equals(root) && name(path).equals(name)
                ? Optional.of(path)
                : Optional.empty();
    }

    // An address keeps each byte; a path's text only those that are letters in the server's locale.
    private byte[] bytes(Path file) {
        String above = raw(root);
        byte[] encoded = raw(file).substring(above.length() + 1).getBytes(StandardCharsets.US_ASCII);
        return decoded(encoded);
    }

    private Path path(byte[] name) {
        String encoded = "/%" + HEX.withDelimiter("%").formatHex(name);
        return Path.of(URI.create("file://" + raw(root) + (name.length == 0 ? "" : encoded)));
    }

    // That of a folder ends with a slash.
    private static String raw(Path path) {
        String raw = path.toUri().getRawPath();
        return raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
    }

    private static byte[] decoded(byte[] encoded) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length);
        for (int at = 0; at < encoded.length; at++) {
            if (encoded[at] == '%') {
                bytes.write(HexFormat.fromHexDigit(encoded[at + 1]) << 4 | HexFormat.fromHexDigit(encoded[at + 2]));
                at += 2;
            } else {
                bytes.write(encoded[at]);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isText(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static String text(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer from = ByteBuffer.wrap(bytes);
        StringBuilder text = new StringBuilder();
        CoderResult result;
        do {
            CharBuffer to = CharBuffer.allocate(bytes.length);
            result = decoder.decode(from, to, true);
            text.append(to.flip().toString().replace("%", "%25"));
            if (result.isMalformed()) {
                byte[] odd = new byte[result.length()];
                from.get(odd);
                text.append('%').append(HEX.withDelimiter("%").formatHex(odd));
            }
        } while (result.isMalformed());
        return text.toString();
    }
}
