package org.computility.trading.subscription.calls;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/**
 * Listens to an event stream for the tokens that its service counts: the last {@code data:} whose JSON has {@code
 * usage.total_tokens}, as services with OpenAI's interface send it with {@code stream_options.include_usage}.
 */
final class StreamedTokens {

    private static final String DATA = "data:";
    private static final String NAME = "total_tokens";

    /** A longer line tells something else. */
    private static final int LONGEST = 64 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private OptionalLong told = OptionalLong.empty();

    void hear(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                endLine();
            } else if (line.size() <= LONGEST) {
                line.write(bytes[i]);
            }
        }
    }

    /** What was told until now; at the end of the stream, its last line may lack its end. */
    OptionalLong told() {
        endLine();
        return told;
    }

    private void endLine() {
        if (line.size() > 0 && line.size() <= LONGEST) {
            hear(line.toString(StandardCharsets.UTF_8));
        }
        line.reset();
    }

    private void hear(String text) {
        if (text.startsWith(DATA) && text.contains(NAME)) {
            ServiceOutput.json(text.substring(DATA.length()))
                    .map(ServiceOutput::tokens)
                    .filter(OptionalLong::isPresent)
                    .ifPresent(tokens -> told = tokens);
        }
    }
}
