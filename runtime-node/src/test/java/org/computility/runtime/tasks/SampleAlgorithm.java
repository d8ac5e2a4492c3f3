package org.computility.runtime.tasks;

import java.util.List;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Capability;
import org.computility.algopackage.Model;
import org.computility.algopackage.Resources;
import org.computility.algopackage.TaskField;

/** A package with one capability on a grid of 2 × 2 cells; there is no graph to it. */
final class SampleAlgorithm {

    static final String CODE = "SAMPLE-1.0.0";

    /** Defaults that a package may bring for its rules. */
    static final List<TaskField> FIELDS = List.of(
            field("Sensitivity", "string", "low"),
            field("DurationThreshold", "double", 4),
            field("RepeatAlarmintervalThreshold", "double", 30L),
            field("ReportInterval", "double", null));

    private SampleAlgorithm() {}

    static AlgoPackage with(String dataType, List<TaskField> fields) {
        Capability capability = capability(dataType, fields);
        return new AlgoPackage(
                "1101080000508000000120261101000000000077",
                "sample",
                "1",
                AlgoPackage.Type.ARTIFACT,
                "nobody",
                "",
                List.of(),
                List.of("CPU"),
                new Resources(1, 1, 0),
                2,
                List.of(capability),
                null);
    }

    static Capability capability(String dataType, List<TaskField> fields) {
        Model.Output output = new Model.Grid("cells", 2, 2, "share", 0.5, 0.5, 0);
        Model model = new Model("f", "i", 16, 16, List.of(), Model.ANY_GAP, output);
        List<String> types = List.of("VIDEO_REALTIME", "VIDEO_PLAYBACK", "VIDEO_FILE", "IMAGE_REALTIME");
        return new Capability(CODE, "c", "", dataType, types, List.of(), List.of(), fields, model);
    }

    private static TaskField field(String name, String type, Object value) {
        return new TaskField(name, "", "", type, true, false, false, value, null, null);
    }
}
