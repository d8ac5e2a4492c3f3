package org.computility.algopackage;

/** A package description that is fine, to be spoiled by each test. */
public final class Samples {

    public static final String ID = "1101080000508000000120261101000000000001";

    public static final String YAML = """
            AlgoFilePackageID: "1101080000508000000120261101000000000001"
            AlgoFilePackageName: Motion in area
            AlgoFilePackageVersion: 1.0.0
            AlgoFilePackageType: artifact
            Provider: COMPUTILITY
            Description: Says where something moves.
            Env:
              - {Name: LOG_LEVEL, Value: INFO}
              - {Name: AUTH_SERVER_ADDR, Required: true}
            Accelerators: [CPU, NVIDIA-T4]
            Resources: {Cpu: 0.5, Memory: 0.25}
            StreamsPerReplica: 4
            Capabilities:
              - Code: COMPUTILITY-MOTION_IN_AREA-1.0.0
                Name: Motion in area
                AlgoDataType: ALERT
                TaskTypes: [VIDEO_REALTIME, VIDEO_FILE]
                TaskFields:
                  - {Name: Threshold, Text: Threshold, Type: double, DefaultValue: 0.3, Validation: "[0,1]"}
                Model:
                  File: motion.onnx
                  Input: frame
                  Width: 640
                  Height: 360
                  State: [{Input: previous, Output: gray}]
                  Output: {Tensor: cells, Columns: 16, Rows: 9, Measure: movingShare, CellThreshold: 0.1}
            """;

    private Samples() {}
}
