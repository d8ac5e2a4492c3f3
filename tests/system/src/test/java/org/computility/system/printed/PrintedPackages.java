package org.computility.system.printed;

import java.nio.charset.StandardCharsets;
import org.computility.system.TarFile;

/** Packages that say of themselves what the printed answers of annexes A and F say. */
final class PrintedPackages {

    /** The package of annex A. */
    static final String PEOPLE = "1101150192508600000120231012203630000101";

    /** The package of annex F. */
    static final String VEHICLES = "1101150192508600000120231012203630000102";

    /** Its capability: the name that C.3 and C.10 search by, the event of the printed tasks, and the code of E.5. */
    static final String CAPABILITY = "human-struct";

    private PrintedPackages() {}

    static byte[] people() {
        return tar(PEOPLE, """
                  - Code: PROVIDER-HUMAN_ATTR_ALERT-1.0.0
                    Name: 人体属性
                    AlgoDataType: STRUCTURING
                    TaskTypes: [VIDEO_PLAYBACK, VIDEO_REALTIME]
                    TaskFields:
                      - {Name: alertInterval, Text: 告警间隔, Description: Description, Type: long, Visible: true, Required: true,
                         Advanced: true, DefaultValue: 30, Validation: Validation, Group: Group}
                  - Code: SFE_BARE_LOESS_DETECT_ALERT
                    Name: task Name
                    AlgoDataType: STRUCTURING
                    TaskTypes: [VIDEO_PLAYBACK, VIDEO_REALTIME]
                """);
    }

    static byte[] vehicles() {
        return tar(VEHICLES, """
                  - Code: human-struct
                    Name: 车辆跨线布控
                    EventIDs: [ILLEGAL_ADV]
                    AlgoDataType: ALERT
                    TaskTypes: [VIDEO_REALTIME]
                """);
    }

    /** Another one, to be deleted. */
    static byte[] other(String id, String capability) {
        return tar(id, """
                  - Code: %s
                    Name: other
                    AlgoDataType: OTHER
                    TaskTypes: [VIDEO_REALTIME]
                """.formatted(capability));
    }

    private static byte[] tar(String id, String capabilities) {
        String yaml = """
                AlgoFilePackageID: "%s"
                AlgoFilePackageName: 人体结构化
                AlgoFilePackageVersion: 1.0.0
                AlgoFilePackageType: image
                Provider: XXXXX
                Env:
                  - {Name: AUTH_SERVER_ADDR, Value: ""}
                Accelerators: [CPU, NVIDIA-A2]
                Resources: {Cpu: 0.5, Memory: 0.25}
                StreamsPerReplica: 8
                Image: engine.tar
                Capabilities:
                """.formatted(id) + capabilities;
        return new TarFile()
                .file("algo.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .file("engine.tar", new byte[] {1, 2, 3})
                .bytes();
    }
}
