package org.computility.connector.jobs.protocol.slurm;

import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.RuntimeFailure.Reason;
import org.computility.connector.http.Answer;

/**
 * What the REST daemon means. The status says little: 500 stands for unknown jobs, bad tokens and a controller that is away.
 */
final class Answers {

    // Looked up once: later calls come from threads whose context class loader knows no provider.
    static final JsonProvider JSON = JsonProvider.provider();

    /** Slurm knows no such job, or the job has ended. */
    static final Set<Long> NO_JOB = Set.of(2017L, 2021L);

    /** The daemon says so where the controller does not answer, and where it does not take the token. */
    static final long UNSPECIFIED = -1;

    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403);
    private static final Set<Long> NOT_ACCEPTED = Set.of(1007L, 2002L, 6000L);

    /** Below are the operating system's numbers and those of the way to the controller. */
    private static final long FIRST_OF_JOBS = 2000;

    private static final long FIRST_OF_SOCKETS = 5000;
    private static final long LAST_OF_SOCKETS = 5999;

    /** Slurm takes no more jobs at the moment. */
    private static final Set<Long> LATER = Set.of(2007L, 2016L);

    private Answers() {}

    /** The first error that an answer tells. */
    record Complaint(long number, String words) {

        Reason reason() {
            boolean token = words.toLowerCase(Locale.ROOT).contains("authentication");
            if (NOT_ACCEPTED.contains(number) || token) {
                return Reason.NOT_ACCEPTED;
            }
            boolean socket = number >= FIRST_OF_SOCKETS && number <= LAST_OF_SOCKETS;
            boolean away = number < FIRST_OF_JOBS || socket || LATER.contains(number);
            return away ? Reason.UNREACHABLE : Reason.REFUSED;
        }
    }

    /** @throws RuntimeFailure NOT_ACCEPTED, or GARBLED where the answer is no JSON */
    static JsonObject object(Answer answer) throws RuntimeFailure {
        if (UNAUTHORIZED.contains(answer.status())) {
            throw new RuntimeFailure(
                    Reason.NOT_ACCEPTED, answer.about() + ": the daemon does not accept the user's token", null);
        }
        try (JsonReader reader =
                JSON.createReader(new StringReader(new String(answer.body(), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            // The parser refuses deep nesting by a bare one.
            throw new RuntimeFailure(
                    Reason.GARBLED, answer.about() + ": HTTP " + answer.status() + " without a JSON object", e);
        }
    }

    /** The first error, or null. */
    static Complaint complaint(JsonObject answer) {
        return Decoding.objects(answer, "errors")
                .map(Answers::complaintIn)
                .findFirst()
                .orElse(null);
    }

    private static Complaint complaintIn(JsonObject error) {
        OptionalLong number = Stream.of("error_number", "error_code", "errno")
                .map(member -> Decoding.number(error.get(member)))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.of(UNSPECIFIED));
        String words = Stream.of("error", "description")
                .map(member -> Decoding.text(error, member))
                .filter(text -> !text.isEmpty())
                .reduce((one, more) -> one + ": " + more)
                .orElse("an error without words");
        return new Complaint(number.getAsLong(), words);
    }
}
