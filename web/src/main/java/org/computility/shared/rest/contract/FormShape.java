package org.computility.shared.rest.contract;

import jakarta.json.JsonObject;
import org.computility.shared.Rejected;
import org.computility.shared.rest.contract.body.AbsentMembers;

/** Holds what came as the parts of a form against the contract, like the members of a JSON body. */
public final class FormShape {

    private FormShape() {}

    /**
     * The parts without those that are null or empty texts, wherever they stand.
     *
     * @param schema a name below {@code components/schemas}
     * @throws Rejected {@code member-missing}, {@code member-type}, {@code member-too-long} or {@code member-invalid}, naming the
     *     part and the member in it
     */
    public static JsonObject checked(String schema, JsonObject parts) {
        JsonObject given = new AbsentMembers(true).droppedFrom(parts).asJsonObject();
        Contract.SHAPES.check(schema, given);
        return given;
    }
}
