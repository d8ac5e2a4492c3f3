package org.computility.federation.subscribers;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.computility.reporting.live.Capacity;
import org.computility.reporting.live.Load;
import org.computility.reporting.live.OperationalData;
import org.computility.reporting.reports.ReportNews;
import org.computility.reporting.reports.ReportStateView;

/** News as they are posted, and signed: JSON whose {@code reports} are those that {@code /platform/v1} answers. */
final class NewsText {

    private NewsText() {}

    /** @param centers what they do now; empty where the subscriber does not get it */
    static String of(String subscriber, Instant at, ReportNews news, Optional<List<OperationalData>> centers) {
        JsonArrayBuilder reports = JSON.createArrayBuilder();
        news.states().forEach(state -> reports.add(report(state)));
        JsonObjectBuilder body = JSON.createObjectBuilder()
                .add("subscriber", subscriber)
                .add("sentAt", at.toString())
                .add("after", news.after())
                .add("knownOn", news.knownOn())
                .add("more", news.more())
                .add("reports", reports);
        centers.ifPresent(all -> {
            JsonArrayBuilder now = JSON.createArrayBuilder();
            all.forEach(center -> now.add(center(center)));
            body.add("centers", now);
        });
        return body.build().toString();
    }

    private static JsonObjectBuilder report(ReportStateView state) {
        return JSON.createObjectBuilder()
                .add("knownOn", state.knownOn())
                .add("centerId", state.centerId())
                .add("reportMonth", state.month().toString())
                .add("status", state.status().name())
                .add("deed", state.deed().name())
                .add("doneBy", state.doneBy())
                .add("doneAt", state.doneAt().toString())
                .add("reasons", JSON.createArrayBuilder(state.reasons()))
                .add("figures", state.figures().json())
                .add("hash", state.hash());
    }

    private static JsonObjectBuilder center(OperationalData told) {
        JsonObjectBuilder center =
                JSON.createObjectBuilder().add("centerId", told.centerId()).add("centerName", told.centerName());
        if (told.asOf() != null) {
            center.add("asOf", told.asOf().toString());
        }
        return center.add("partial", told.partial())
                .add("load", load(told.load()))
                .add(
                        "scale",
                        JSON.createObjectBuilder()
                                .add("total", capacity(told.scale().total()))
                                .add("schedulable", capacity(told.scale().schedulable())));
    }

    private static JsonObjectBuilder load(Load load) {
        JsonObjectBuilder figures = JSON.createObjectBuilder();
        add(figures, "computingUtilization", load.computingUtilization());
        add(figures, "memoryUtilization", load.memoryUtilization());
        add(figures, "acceleratorUtilization", load.acceleratorUtilization());
        add(figures, "jobsRunning", number(load.jobsRunning()));
        add(figures, "jobsWaiting", number(load.jobsWaiting()));
        return figures;
    }

    private static JsonObjectBuilder capacity(Capacity capacity) {
        JsonObjectBuilder figures = JSON.createObjectBuilder();
        add(figures, "nodes", capacity.nodes());
        add(figures, "cores", capacity.cores());
        add(figures, "memory", capacity.memory());
        add(figures, "accelerators", capacity.accelerators());
        add(figures, "computingPower", capacity.computingPower());
        return figures;
    }

    private static BigDecimal number(Long count) {
        return count == null ? null : BigDecimal.valueOf(count);
    }

    /** What is not known is absent. */
    private static void add(JsonObjectBuilder figures, String name, BigDecimal figure) {
        if (figure != null) {
            figures.add(name, figure);
        }
    }
}
