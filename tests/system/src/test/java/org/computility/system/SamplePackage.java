package org.computility.system;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** An algorithm package as a stranger packs it: a tar of {@code algo.yaml} and a model that nobody opens. */
public record SamplePackage(String id, String capability, byte[] tar) {

    /** A package with one capability of that code. */
    public static SamplePackage of(String id, String capability, int streamsPerReplica) {
        return of(id, capability, streamsPerReplica, "CPU");
    }

    /** A package that runs on these accelerators only: identifiers of Annex H, or CPU. */
    public static SamplePackage of(String id, String capability, int streamsPerReplica, String... accelerators) {
        return of(id, capability, List.of(), streamsPerReplica, accelerators);
    }

    /** A package whose capability is followed by those of these codes. */
    public static SamplePackage of(
            String id, String capability, List<String> followers, int streamsPerReplica, String... accelerators) {
        String yaml = """
                AlgoFilePackageID: "%s"
                AlgoFilePackageName: Sample
                AlgoFilePackageVersion: 1.0.0
                AlgoFilePackageType: artifact
                Provider: COMPUTILITY
                Env:
                  - {Name: LOG_LEVEL, Value: INFO}
                  - {Name: AUTH_SERVER_ADDR, Value: "127.0.0.1:1"}
                Accelerators: [%s]
                Resources: {Cpu: 0.5, Memory: 0.25}
                StreamsPerReplica: %d
                Capabilities:
                  - Code: %s
                    Name: Name of %s
                    EventIDs: [%s]
                    Followers: [%s]
                    AlgoDataType: ALERT
                    TaskTypes: [VIDEO_REALTIME, VIDEO_PLAYBACK, VIDEO_FILE, IMAGE_REALTIME]
                    Model:
                      File: sample.onnx
                      Input: frame
                      Width: 640
                      Height: 360
                      Output: {Tensor: cells, Columns: 16, Rows: 9, Measure: share}
                """.formatted(
                        id,
                        String.join(", ", accelerators),
                        streamsPerReplica,
                        capability,
                        capability,
                        eventOf(capability),
                        String.join(", ", followers));
        byte[] tar = new TarFile()
                .file("algo.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .file("sample.onnx", new byte[] {1, 2, 3})
                .bytes();
        return new SamplePackage(id, capability, tar);
    }

    /** The event of rules that its capability is for. */
    public String event() {
        return eventOf(capability);
    }

    private static String eventOf(String capability) {
        return "EVENT-OF-" + capability;
    }

    /** Of the whole file, as table A.1 wants it. */
    public String md5() {
        return md5(tar);
    }

    /** The MD5 of those bytes, in hexadecimal. */
    public static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
