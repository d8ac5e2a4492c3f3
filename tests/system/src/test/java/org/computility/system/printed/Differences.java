package org.computility.system.printed;

import java.util.List;
import java.util.Map;

/** Where an answer is not what its example shows; docs/acsmp.md tells why, in the same order. */
final class Differences {

    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            // A text here, a number in table A.2 and in all other examples.
            Map.entry("A.2", List.of("/Code STRING, not NUMBER")),
            // In no table; one example shows a capability there, the other a number.
            Map.entry("A.3", List.of("/Data/0/Code missing")),
            Map.entry("A.4", List.of("/Data/Code missing")),
            // Empty and unexplained in this one example.
            Map.entry("A.6", List.of("/Data/ParamType missing", "/Data/workloadCode missing")),
            // Table B.2: only when the token is renewed.
            Map.entry("B.3", List.of("/Data missing")),
            // Code in all other examples and in table A.2.
            Map.entry("D.2", List.of("/code missing")),
            // Table F.4: AlgoFilePackageID, Status is a number; the error is there when there is one.
            Map.entry("F.3", List.of("/Data/0/AlgoFilePackageCode missing", "/Data/0/DownloadErrorMessage missing")),
            Map.entry("F.4", List.of("/Data/AlgoFilePackageCode missing", "/Data/Status STRING, not NUMBER")));

    private Differences() {}

    static List<String> of(Example example) {
        return KNOWN.getOrDefault(example.number(), List.of());
    }
}
