package org.computility.reporting.rest;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.computility.reporting.figures.FigureGroup;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.projects.NewProject;
import org.computility.reporting.projects.ProjectChange;

/** Reads tables A.2-1 and A.3-1, which hold an open group. Their members have been held against the contract. */
final class ProjectRequests {

    private static final String ID = "id";
    private static final String NAME = "projectName";
    private static final String PROVINCE = "province";
    private static final String CLUSTER = "clusterId";
    private static final String HUB = "hubId";

    /** What the tables name beside the group; {@code province} says nothing in a change, and is no figure either. */
    private static final Set<String> NAMED = Set.of(ID, NAME, PROVINCE, CLUSTER, HUB);

    private ProjectRequests() {}

    static NewProject newProject(JsonObject request) {
        return new NewProject(
                request.getString(NAME),
                request.getString(PROVINCE),
                request.getString(CLUSTER, null),
                request.getString(HUB, null),
                investment(request));
    }

    static ProjectChange change(JsonObject request) {
        JsonNumber id = request.getJsonNumber(ID);
        return new ProjectChange(
                id == null ? null : id.intValue(),
                request.getString(NAME, null),
                request.getString(CLUSTER, null),
                request.getString(HUB, null),
                investment(request));
    }

    private static Figures investment(JsonObject request) {
        return Figures.read(request, List.of(FigureGroup.INVESTMENT), NAMED);
    }
}
