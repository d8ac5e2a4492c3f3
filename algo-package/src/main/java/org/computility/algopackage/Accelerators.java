package org.computility.algopackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accelerators of T/BAX 0006.5 Annex H (tables H.1 and H.2), from {@code accelerators.csv}, and {@code CPU}. Others
 * exist: the annex ends where its authors' knowledge did, so an identifier beside it is a warning and no fault.
 */
public final class Accelerators {

    /** A processor without accelerator. */
    public static final String CPU = "CPU";

    private static final List<Accelerator> LISTED = read();

    private Accelerators() {}

    /** The rows of both tables in their order. Two rows share the identifier {@code MLU-270-S4}, as printed. */
    public static List<Accelerator> listed() {
        return LISTED;
    }

    /** Whether the annex lists it, or it is {@code CPU}. */
    public static boolean isKnown(String identifier) {
        return identifiers().anyMatch(identifier::equals);
    }

    /** Those of the identifiers that are neither in the annex nor {@code CPU}, each once and sorted. */
    public static List<String> unlisted(Collection<String> identifiers) {
        return identifiers.stream()
                .filter(each -> !isKnown(each))
                .distinct()
                .sorted()
                .toList();
    }

    /** The known identifier that a text means by its letters but writes in another case; empty for any other text. */
    static Optional<String> misspelt(String identifier) {
        return isKnown(identifier)
                ? Optional.empty()
                : identifiers().filter(identifier::equalsIgnoreCase).findFirst();
    }

    private static Stream<String> identifiers() {
        return Stream.concat(Stream.of(CPU), LISTED.stream().map(Accelerator::identifier));
    }

    private static List<Accelerator> read() {
        try (InputStream table = Accelerators.class.getResourceAsStream("accelerators.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Accelerators::row)
                    .collect(Collectors.toUnmodifiableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Accelerator row(String line) {
        String[] cells = line.split(",", -1);
        return new Accelerator(Accelerator.Kind.valueOf(cells[0]), cells[1], cells[2], cells[3], cells[4]);
    }
}
