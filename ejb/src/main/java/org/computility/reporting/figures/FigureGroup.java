package org.computility.reporting.figures;

import java.util.List;
import java.util.Locale;

/**
 * A {@code --} row of TC609, and the members that a report may also give beside the group, as the printed tables seem to have
 * them. A name stands in one group only.
 */
public enum FigureGroup {
    /** 算力投入 (tables A.2-1, A.3-1, A.4-4). */
    INVESTMENT(
            "projectStatus",
            "totalInvestment",
            "completedInvestment",
            "startDate",
            "plannedCompletionDate",
            "plannedRacks",
            "plannedComputingPower"),
    /** 算力供给 (table A.8-1). */
    SUPPLY(
            "standardRacks",
            "rackUtilization",
            "generalComputingPower",
            "intelligentComputingPower",
            "superComputingPower",
            "acceleratorCount",
            "storageCapacity",
            "egressBandwidth"),
    /** 算力应用 (table A.8-1). */
    APPLICATION(
            "computingUtilization",
            "memoryUtilization",
            "acceleratorUtilization",
            "userCount",
            "jobCount",
            "acceleratorHours",
            "revenue"),
    /** 算电协同 (table A.8-1). */
    POWER(
            "powerCapacity",
            "electricityConsume",
            "itElectricityConsume",
            "greenElectricityConsume",
            "pue",
            "wue",
            "cue"),
    /** 算网安全 (table A.8-1). */
    SECURITY("localizationRate", "protectionLevel", "securityServices", "incidentCount");

    private final List<String> members;

    FigureGroup(String... members) {
        this.members = List.of(members);
    }

    /** The name of the group in documents. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its known members. */
    List<String> members() {
        return members;
    }
}
