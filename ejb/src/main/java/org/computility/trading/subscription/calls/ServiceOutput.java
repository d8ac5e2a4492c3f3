package org.computility.trading.subscription.calls;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.computility.shared.outbound.OutboundAnswer;

/**
 * What a service put out.
 *
 * @param value its JSON, or a text where it answered with one
 * @param tokens as it counts them itself ({@code usage.total_tokens}); empty where it tells none
 */
public record ServiceOutput(JsonValue value, OptionalLong tokens) implements Delivered {

    /** More tokens than that nobody counts in one answer. */
    private static final int DIGITS = 12;

    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]+)");

    /** Empty for what is neither JSON nor a text in the charset that it names, UTF-8 where it names none. */
    static Optional<ServiceOutput> read(OutboundAnswer answer) {
        String type = answer.type().toLowerCase(Locale.ROOT);
        return charset(type).flatMap(charset -> text(answer.body(), charset)).flatMap(text -> read(type, text));
    }

    /** Half a character, as an escape can say, would be sent as a question mark. */
    private static boolean isText(JsonValue value) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(value.toString());
    }

    private static Optional<Charset> charset(String type) {
        Matcher named = CHARSET.matcher(type);
        try {
            return Optional.of(named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<ServiceOutput> read(String type, String text) {
        if (type.startsWith("text/")) {
            return Optional.of(new ServiceOutput(JSON.createValue(text), OptionalLong.empty()));
        }
        Optional<ServiceOutput> read =
                json(text).filter(ServiceOutput::isText).map(value -> new ServiceOutput(value, tokens(value)));
        return read.isEmpty() && type.isEmpty()
                ? Optional.of(new ServiceOutput(JSON.createValue(text), OptionalLong.empty()))
                : read;
    }

    private static Optional<String> text(byte[] body, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static Optional<JsonValue> json(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            return parser.hasNext() ? Optional.empty() : Optional.of(value);
        } catch (RuntimeException e) {
            // Of many kinds, by what is wrong: no end, text behind it, too deep.
            return Optional.empty();
        }
    }

    static OptionalLong tokens(JsonValue value) {
        return value instanceof JsonObject object
                        && object.get("usage") instanceof JsonObject usage
                        && usage.get("total_tokens") instanceof JsonNumber told
                        && isCount(told.bigDecimalValue())
                ? OptionalLong.of(told.bigDecimalValue().longValueExact())
                : OptionalLong.empty();
    }

    private static boolean isCount(BigDecimal told) {
        return told.signum() >= 0
                && told.precision() - told.scale() <= DIGITS
                && told.stripTrailingZeros().scale() <= 0;
    }
}
