package org.computility.system.licensing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.computility.system.Platform;
import org.computility.system.SamplePackage;
import org.computility.system.TarFile;
import org.computility.system.servers.TestSettings;

/** The program of {@code runtime-node} as its owner starts it, with an algorithm that it really runs. */
final class ReferenceNode implements AutoCloseable {

    private static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final String GRAPH = "motion.onnx";

    private final Process process;
    private final Path data;

    private ReferenceNode(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** A node that registers at the platform; all that it writes lies in the folder. */
    static ReferenceNode start(Path folder, Platform platform, Platform.Account device, String code)
            throws IOException {
        Path data = folder.resolve("data");
        ProcessBuilder node = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                // Libraries are unpacked there.
                "-Djava.io.tmpdir=" + Files.createDirectories(folder.resolve("tmp")),
                "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("unpacked"),
                "-jar",
                program().toString());
        node.environment()
                .putAll(Map.of(
                        "NODE_CODE", code,
                        "NODE_USERNAME", device.username(),
                        "NODE_PASSWORD", device.password(),
                        "NODE_PORT", Integer.toString(TestSettings.freePort()),
                        "NODE_ACCELERATOR", "CPU",
                        "NODE_DATA_DIR", data.toString(),
                        "PLATFORM_URL", platform.baseUri().toString()));
        Process process = node.redirectErrorStream(true)
                .redirectOutput(folder.resolve("node.log").toFile())
                .start();
        return new ReferenceNode(process, data);
    }

    /** The packaged algorithm that tells movement, under another name, for which an authorization is required. */
    static SamplePackage motion(String id, String capability) throws IOException {
        byte[] packed = Files.readAllBytes(built().resolve("packages/motion-in-area.tar"));
        String yaml = new String(inTar(packed, "algo.yaml"), StandardCharsets.UTF_8)
                .replaceFirst("AlgoFilePackageID: .*", "AlgoFilePackageID: \"" + id + "\"")
                .replaceFirst("Code: .*", "Code: " + capability)
                .replaceFirst("\\{Name: AUTH_SERVER_ADDR.*}", "{Name: AUTH_SERVER_ADDR, Required: true}");
        byte[] tar = new TarFile()
                .file("algo.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .file(GRAPH, inTar(packed, GRAPH))
                .bytes();
        return new SamplePackage(id, capability, tar);
    }

    /** The bytes of the licence files that it keeps. */
    List<byte[]> licences() {
        try (Stream<Path> files = Files.list(data.resolve("licences"))) {
            List<byte[]> contents = new ArrayList<>();
            for (Path each : files.toList()) {
                contents.add(Files.readAllBytes(each));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** A plain file of a ustar. */
    private static byte[] inTar(byte[] tar, String name) {
        int at = 0;
        while (!text(tar, at, 100).equals(name)) {
            at += BLOCK + (size(tar, at) + BLOCK - 1) / BLOCK * BLOCK;
        }
        return Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size(tar, at));
    }

    private static int size(byte[] tar, int header) {
        return Integer.parseInt(text(tar, header + SIZE, 12), 8);
    }

    private static String text(byte[] bytes, int from, int most) {
        return new String(bytes, from, most, StandardCharsets.US_ASCII).split("\0", 2)[0].strip();
    }

    private static Path program() throws IOException {
        try (Stream<Path> files = Files.list(built())) {
            return files.filter(file ->
                            file.getFileName().toString().matches("computility-runtime-node-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** What the build made of the module. */
    private static Path built() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(parent -> parent.resolve("runtime-node/target"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}
