package org.computility.algorithms;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.List;
import org.computility.algopackage.EnvVariable;
import org.computility.algopackage.TaskField;
import org.computility.shared.database.JsonColumn;

/** The parts of a package that are kept as JSON: its declared variables, and the fields a task may set. */
final class PackageJson {

    private PackageJson() {}

    static String env(List<EnvVariable> env) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (EnvVariable variable : env) {
            JsonObjectBuilder object =
                    JSON.createObjectBuilder().add("name", variable.name()).add("required", variable.required());
            addText(object, "value", variable.value());
            array.add(object);
        }
        return array.build().toString();
    }

    static List<PackageView.Env> readEnv(String json) {
        return array(json).getValuesAs(JsonObject.class).stream()
                .map(object -> new PackageView.Env(
                        object.getString("name"), object.getString("value", null), object.getBoolean("required")))
                .toList();
    }

    /** Member for member as in the example of A.6. */
    static String taskFields(List<TaskField> fields) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (TaskField field : fields) {
            JsonObjectBuilder object = JSON.createObjectBuilder().add("Name", field.name());
            addText(object, "Text", field.text());
            addText(object, "Description", field.description());
            addText(object, "Type", field.type());
            object.add("Visible", field.visible())
                    .add("Required", field.required())
                    .add("Advanced", field.advanced());
            addValue(object, "DefaultValue", field.defaultValue());
            addText(object, "Validation", field.validation());
            addText(object, "Group", field.group());
            array.add(object);
        }
        return array.build().toString();
    }

    static JsonArray array(String json) {
        return JsonColumn.value(json).asJsonArray();
    }

    private static void addText(JsonObjectBuilder object, String name, String value) {
        if (value != null) {
            object.add(name, value);
        }
    }

    private static void addValue(JsonObjectBuilder object, String name, Object value) {
        if (value instanceof Boolean flag) {
            object.add(name, flag);
        } else if (value instanceof Number number) {
            object.add(name, new BigDecimal(number.toString()));
        } else if (value != null) {
            object.add(name, value.toString());
        }
    }
}
