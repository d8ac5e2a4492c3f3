package org.computility.datasets.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** S3Proxy in a process of its own: an S3 service of others, over a folder. */
public final class S3Service implements AutoCloseable {

    private static final Path PROGRAM = Path.of("target", "s3", "s3proxy-jar-with-dependencies.jar");
    private static final String BUCKET = "computility";

    private final Path folder;
    private final int port;
    private Process process;

    /** Started, with an empty bucket. */
    public S3Service(Path folder) {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
            Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
            Files.writeString(folder.resolve("s3proxy.conf"), """
                    s3proxy.authorization=aws-v4
                    s3proxy.endpoint=http://127.0.0.1:%d
                    s3proxy.identity=key
                    s3proxy.credential=secret
                    jclouds.provider=filesystem
                    jclouds.filesystem.basedir=%s
                    """.formatted(
                            port, folder.resolve("objects").toAbsolutePath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    public void start() {
        try {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-jar",
                            PROGRAM.toAbsolutePath().toString(),
                            "--properties",
                            folder.resolve("s3proxy.conf").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("s3proxy.log").toFile())
                    .start();
            while (!answers()) {
                if (!process.isAlive()) {
                    throw new IllegalStateException(Files.readString(folder.resolve("s3proxy.log")));
                }
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public BucketConfig config() {
        return config("secret");
    }

    BucketConfig config(String secret) {
        return new BucketConfig(Optional.of("http://127.0.0.1:" + port), BUCKET, "us-east-1", "key", secret);
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
