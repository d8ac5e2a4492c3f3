package org.computility.system;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An algorithm package as a stranger packs it: a tar of {@code algo.yaml} and a model that nobody opens. */
public record SamplePackage(String id, String capability, byte[] tar) {

    private static final int BLOCK = 512;

    /** A package with one capability of that code. */
    public static SamplePackage of(String id, String capability, int streamsPerReplica) {
        return of(id, capability, streamsPerReplica, "CPU");
    }

    /** A package that runs on these accelerators only: identifiers of Annex H, or CPU. */
    public static SamplePackage of(String id, String capability, int streamsPerReplica, String... accelerators) {
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
                    AlgoDataType: ALERT
                    TaskTypes: [VIDEO_REALTIME, VIDEO_PLAYBACK, VIDEO_FILE, IMAGE_REALTIME]
                    Model:
                      File: sample.onnx
                      Input: frame
                      Width: 640
                      Height: 360
                      Output: {Tensor: cells, Columns: 16, Rows: 9, Measure: share}
                """.formatted(id, String.join(", ", accelerators), streamsPerReplica, capability, capability);
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        entry(tar, "algo.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        entry(tar, "sample.onnx", new byte[] {1, 2, 3});
        tar.writeBytes(new byte[2 * BLOCK]);
        return new SamplePackage(id, capability, tar.toByteArray());
    }

    /** Of the whole file, as table A.1 wants it. */
    public String md5() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(tar));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void entry(ByteArrayOutputStream tar, String name, byte[] content) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, String.format("%011o\0", content.length));
        put(header, 136, "00000000000\0");
        put(header, 148, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xFF;
        }
        put(header, 148, String.format("%06o\0 ", sum));
        tar.writeBytes(header);
        tar.writeBytes(Arrays.copyOf(content, (content.length + BLOCK - 1) / BLOCK * BLOCK));
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
