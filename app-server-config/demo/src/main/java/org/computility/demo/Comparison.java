package org.computility.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.computility.client.Results.Result;
import org.computility.demo.truth.Sighting;
import org.computility.demo.truth.Verdict;

/** The table of what was detected against what was there. */
final class Comparison {

    private static final List<String> HEAD =
            List.of("plan", "camera", "algorithm", "node", "was there", "was detected", "");

    private final List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    private final List<String> remarks = new ArrayList<>();
    private boolean matches = true;

    /** Adds what a plan's cameras saw. */
    void add(String plan, List<Watch> watches, Map<String, List<Result>> resultsByDevice) {
        for (Watch watch : watches) {
            List<Result> found = resultsByDevice.getOrDefault(watch.deviceId(), List.of()).stream()
                    .filter(result ->
                            result.algoDefCode().equals(watch.algorithm().capability()))
                    .sorted(Comparator.comparing(Result::sequence))
                    .toList();
            Verdict verdict = watch.judge(found.stream().map(Sighting::of).toList());
            matches &= verdict.matches();
            verdict.remarks().forEach(remark -> remarks.add(watch.scene().name() + " " + remark));
            rows.add(List.of(
                    plan,
                    watch.scene().name(),
                    watch.algorithm().words(),
                    node(found),
                    verdict.there(),
                    verdict.found(),
                    verdict.matches() ? "ok" : "WRONG"));
        }
    }

    private static String node(List<Result> found) {
        return found.stream()
                .map(result -> ".."
                        + result.computeCode().substring(result.computeCode().length() - 4))
                .findFirst()
                .orElse("-");
    }

    List<List<String>> rows() {
        return rows;
    }

    /** What exactly was not as it was there. */
    List<String> remarks() {
        return remarks;
    }

    /** Whether every row was right. */
    boolean matches() {
        return matches;
    }
}
