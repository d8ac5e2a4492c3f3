package org.computility.planning;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import java.util.List;
import org.computility.planning.documents.ShownTasks;
import org.computility.planning.drafts.PlanMode;
import org.computility.planning.drafts.PlanType;
import org.computility.shared.StandardTime;

/** A task plan as callers see it (T/BAX 0006.5 table C.6); all counts are computed when it is read. */
public record PlanView(
        @JsonbProperty("TaskID") long id,
        @JsonbProperty("Name") String name,
        @JsonbProperty("Type") PlanType type,
        @JsonbProperty("Mode") PlanMode mode,

        @JsonbProperty("AlgoTaskInfos") @JsonbTypeAdapter(ShownTasks.Picture.class)
        ShownTasks algoTaskInfos,

        @JsonbProperty("InspectionPlan") InspectionView inspectionPlan,
        @JsonbProperty("Description") String description,
        @JsonbProperty("Status") String status,
        @JsonbProperty("PlanDayTime") List<String> planDayTime,

        @JsonbProperty("CreatedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant createdAt,

        @JsonbProperty("LastModifiedDate") @JsonbTypeAdapter(StandardTime.Seconds.class)
        Instant modifiedAt,

        @JsonbProperty("AutoRestart") boolean autoRestart,
        @JsonbProperty("AutoStart") boolean autoStart,
        @JsonbProperty("DeviceCount") long deviceCount,
        @JsonbProperty("TotalCount") long totalCount,
        @JsonbProperty("StartingCount") long startingCount,
        @JsonbProperty("StartErrCount") long startErrCount,
        @JsonbProperty("RunningCount") long runningCount,
        @JsonbProperty("StoppedCount") long stoppedCount,
        @JsonbProperty("FinishedCount") long finishedCount) {}
