package org.computility.algopackage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Binds {@code Model} of a capability. */
final class ModelYaml {

    private static final int LONGEST_CLASS = 64;
    private static final int MOST_CLASSES = 1_000;

    /** What only a grid has. */
    private static final List<String> OF_GRIDS =
            List.of("Columns", "Rows", "Measure", "CellThreshold", "AlertThreshold", "SettleFrames");

    private ModelYaml() {}

    /** @param dataType of the capability */
    static Model read(Members model, String dataType) throws InvalidPackageException {
        List<Model.State> state = new ArrayList<>();
        for (Members each : model.groups("State", 32)) {
            state.add(new Model.State(each.text("Input", 256), each.text("Output", 256)));
        }
        Members output = model.group("Output");
        boolean classifies = output.has("Classes");
        if (classifies && !state.isEmpty()) {
            throw model.invalid("State", "is not for a graph with Classes: it is given the areas of a frame by turns");
        }
        if (classifies && !dataType.equals("STRUCTURING")) {
            throw output.invalid("Classes", "is for capabilities whose AlgoDataType is STRUCTURING");
        }
        return new Model(
                model.text("File", 255),
                model.text("Input", 256),
                model.integer("Width", 16, 8192),
                model.integer("Height", 16, 8192),
                state,
                model.number("LongestGap", 0, 3600, Model.ANY_GAP),
                classifies ? scores(output) : grid(output));
    }

    private static Model.Grid grid(Members output) throws InvalidPackageException {
        return new Model.Grid(
                output.text("Tensor", 256),
                output.integer("Columns", 1, 512),
                output.integer("Rows", 1, 512),
                output.text("Measure", 64),
                output.number("CellThreshold", 0, 1, 0.5),
                output.number("AlertThreshold", 0, 1, 0.5),
                output.integer("SettleFrames", 0, 10_000, 0));
    }

    private static Model.Scores scores(Members output) throws InvalidPackageException {
        for (String each : OF_GRIDS) {
            if (output.has(each)) {
                throw output.invalid(each, "is for a grid, and not beside Classes");
            }
        }
        List<String> classes = output.texts("Classes", MOST_CLASSES);
        for (String each : classes) {
            if (each.isBlank() || each.length() > LONGEST_CLASS) {
                throw output.invalid("Classes", "names classes of 1 to " + LONGEST_CLASS + " characters");
            }
        }
        if (classes.size() < 2 || Set.copyOf(classes).size() < classes.size()) {
            throw output.invalid("Classes", "names at least two classes, each once");
        }
        return new Model.Scores(output.text("Tensor", 256), classes);
    }
}
