package org.computility.audit.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A target as {@code @Audited} writes it, read once for each method: {@code service of package {ID|Code}}.
 *
 * @param texts what stands before, between and after the gaps; one more than gaps
 * @param gaps the names that fill each gap, the first known one counts
 */
record AuditTarget(List<String> texts, List<List<String>> gaps) {

    private static final Pattern GAP = Pattern.compile("\\{([^{}]+)}");

    static AuditTarget of(String template) {
        List<String> texts = new ArrayList<>();
        List<List<String>> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(template);
        int end = 0;
        while (gap.find()) {
            texts.add(template.substring(end, gap.start()));
            gaps.add(List.of(gap.group(1).split("\\|")));
            end = gap.end();
        }
        texts.add(template.substring(end));
        return new AuditTarget(texts, gaps);
    }

    /** All names, in whatever gap. */
    Stream<String> names() {
        return gaps.stream().flatMap(List::stream);
    }

    /** The text with every gap filled; empty when one of them stays open. */
    Optional<String> filled(UnaryOperator<String> values) {
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < gaps.size(); i++) {
            Optional<String> value =
                    gaps.get(i).stream().map(values).filter(Objects::nonNull).findFirst();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(value.get()).append(texts.get(i + 1));
        }
        return Optional.of(filled.toString());
    }
}
