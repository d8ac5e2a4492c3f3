package org.computility.shared.rest.contract.coding;

import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.computility.shared.Rejected;

/**
 * The text of a body in the charset that its {@code Content-Type} declares. JSON is UTF-8; the charsets that Chinese and
 * older Western programs declare are read too. No byte is ever replaced: a text that is not of its charset is refused.
 */
public final class BodyText {

    /** GB18030 holds all characters of the two older charsets under the same bytes. */
    private static final Charset CHINESE = Charset.forName("GB18030");

    private static final Map<String, Charset> READ = Map.ofEntries(
            Map.entry("utf-8", StandardCharsets.UTF_8),
            Map.entry("utf8", StandardCharsets.UTF_8),
            Map.entry("us-ascii", StandardCharsets.UTF_8),
            Map.entry("ascii", StandardCharsets.UTF_8),
            Map.entry("gbk", CHINESE),
            Map.entry("gb18030", CHINESE),
            Map.entry("gb2312", CHINESE),
            Map.entry("iso-8859-1", StandardCharsets.ISO_8859_1),
            Map.entry("iso8859-1", StandardCharsets.ISO_8859_1),
            Map.entry("latin1", StandardCharsets.ISO_8859_1));

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private BodyText() {}

    /**
     * The text without a byte order mark.
     *
     * @param type null: UTF-8
     * @throws Rejected {@code body-not-json} for another charset, or bytes that are not of the declared one
     */
    public static String read(byte[] bytes, MediaType type) {
        Charset charset = charset(type);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Rejected(
                    "body-not-json",
                    "The body is not " + charset
                            + ": send UTF-8, or declare GBK, GB18030, GB2312 or ISO-8859-1 as charset.");
        }
    }

    private static Charset charset(MediaType type) {
        String declared = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        String name = declared == null ? "" : declared.replace("\"", "").strip().toLowerCase(Locale.ROOT);
        Charset charset = name.isEmpty() ? StandardCharsets.UTF_8 : READ.get(name);
        if (charset == null) {
            throw new Rejected(
                    "body-not-json",
                    "The body's charset is none that is read here: send UTF-8 (or GBK, GB18030, GB2312, ISO-8859-1).");
        }
        return charset;
    }
}
