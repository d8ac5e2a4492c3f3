package org.computility.reporting.rest;

import static org.computility.shared.JsonSupport.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.computility.reporting.projects.ProjectView;

/** Tables A.4-3 and A.4-4. */
public record ProjectList(int total, List<JsonObject> datalist) {

    static ProjectList of(List<ProjectView> projects) {
        return new ProjectList(
                projects.size(), projects.stream().map(ProjectList::row).toList());
    }

    private static JsonObject row(ProjectView project) {
        JsonObjectBuilder row = JSON.createObjectBuilder()
                .add("projectName", project.name())
                .add("id", project.id())
                .add("province", project.province());
        Rows.add(row, "clusterId", project.clusterId());
        Rows.add(row, "hubId", project.hubId());
        project.investment().json().forEach(row::add);
        return row.build();
    }
}
