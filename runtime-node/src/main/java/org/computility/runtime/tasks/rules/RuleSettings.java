package org.computility.runtime.tasks.rules;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.computility.algopackage.Capability;
import org.computility.algopackage.Model;
import org.computility.algopackage.TaskField;
import org.computility.runtime.JsonMembers;
import org.computility.runtime.Refusal;

/**
 * A rule's {@code ExtendParams}; members that it leaves out come from the capability's TaskFields. Times in seconds of
 * the media.
 *
 * @param cellFactor on the capability's cell threshold: 2 at low sensitivity, 0.5 at high
 * @param duration how long something must last before it is worth an alert
 * @param repeat least time between two alerts of one area
 * @param leastScore of an alert
 * @param reportInterval between two figures
 * @param alertThreshold least share of an alert; negative: no alerts
 */
public record RuleSettings(
        double cellFactor,
        double duration,
        double repeat,
        double leastScore,
        double reportInterval,
        double alertThreshold) {

    private static final double DAY = 86_400;
    private static final double NEVER = -1;
    private static final Map<String, Double> CELL_FACTORS =
            Map.of("低", 2.0, "low", 2.0, "中", 1.0, "medium", 1.0, "高", 0.5, "high", 0.5);

    public static RuleSettings of(JsonMembers params, Capability capability) throws Refusal {
        boolean alerts = capability.dataType().equals("ALERT");
        double threshold =
                alerts && capability.model().output() instanceof Model.Grid grid ? grid.alertThreshold() : NEVER;
        return new RuleSettings(
                sensitivity(params, capability),
                params.number("DurationThreshold", 0, DAY, fallback(capability, "DurationThreshold", 0)),
                params.number(
                        "RepeatAlarmintervalThreshold",
                        0,
                        DAY,
                        fallback(capability, "RepeatAlarmintervalThreshold", 1)),
                params.number("ScoreThreshold", 0, 1, fallback(capability, "ScoreThreshold", 0)),
                params.number("ReportInterval", 0, DAY, fallback(capability, "ReportInterval", 2)),
                params.number("AlertThreshold", 0, 1, fallback(capability, "AlertThreshold", threshold)));
    }

    public boolean alerts() {
        return alertThreshold >= 0;
    }

    private static double sensitivity(JsonMembers params, Capability capability) throws Refusal {
        String given = params.text("Sensitivity", text(capability, "Sensitivity", "medium"));
        Double factor = CELL_FACTORS.get(given.toLowerCase(Locale.ROOT));
        if (factor == null) {
            throw params.invalid("Sensitivity", "is low, medium, high, 低, 中 or 高");
        }
        return factor;
    }

    private static String text(Capability capability, String field, String otherwise) {
        return find(capability, field) instanceof String text ? text : otherwise;
    }

    private static double fallback(Capability capability, String field, double otherwise) {
        return find(capability, field) instanceof Number number ? number.doubleValue() : otherwise;
    }

    private static Object find(Capability capability, String field) {
        return capability.taskFields().stream()
                .filter(f -> f.name().equals(field))
                .map(TaskField::defaultValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
