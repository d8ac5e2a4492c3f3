package org.computility.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** Stands for Payara Micro: unpacks itself when asked for its launcher, and answers 200 to all at its {@code --port}. */
final class FakeMicro {

    private FakeMicro() {}

    public static void main(String... arguments) throws IOException {
        List<String> all = List.of(arguments);
        if (all.contains("--outputlauncher")) {
            unpack(Path.of(all.get(all.indexOf("--rootdir") + 1)));
        } else {
            logAsToldIn(Path.of(all.get(all.indexOf("--rootdir") + 1)));
            serve(Integer.parseInt(all.get(all.indexOf("--port") + 1)));
        }
    }

    /** Writes it as a jar that is started as Payara Micro's is. */
    static void writeTo(Path jar) throws IOException {
        write(
                jar,
                Map.of(
                        "Main-Class",
                        FakeMicro.class.getName(),
                        "Start-Class",
                        FakeMicro.class.getName(),
                        "Add-Opens",
                        "java.base/java.io java.base/java.net",
                        "Add-Exports",
                        "java.naming/com.sun.jndi.ldap"),
                FakeMicro.class);
    }

    /** A jar of the classes, each with those within it, as the build fills its own. */
    static void write(Path jar, Map<String, String> attributes, Class<?>... classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Class<?> type : classes) {
                add(type, out);
            }
        }
    }

    private static void add(Class<?> type, JarOutputStream out) throws IOException {
        String entry = type.getName().replace('.', '/') + ".class";
        out.putNextEntry(new JarEntry(entry));
        try (InputStream code = type.getClassLoader().getResourceAsStream(entry)) {
            code.transferTo(out);
        }
        for (Class<?> within : type.getDeclaredClasses()) {
            add(within, out);
        }
    }

    private static void unpack(Path root) throws IOException {
        Files.createDirectories(root.resolve("lib/install"));
        Files.createDirectories(root.resolve("config"));
        Files.writeString(root.resolve("config/domain.xml"), "<domain/>");
        Files.writeString(root.resolve("config/logging.properties"), "handlers=java.util.logging.ConsoleHandler");
        write(root.resolve("launch-micro.jar"), Map.of());
    }

    private static void serve(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
            if ("fail".equals(System.getenv("FATE"))) {
                Runtime.getRuntime().halt(3);
            }
        });
        server.start();
        Logger.getLogger("PayaraMicro").info("Payara Micro 6 ready in 1 (ms)");
    }

    private static void logAsToldIn(Path root) throws IOException {
        try (InputStream settings = Files.newInputStream(root.resolve("config/logging.properties"))) {
            LogManager.getLogManager().readConfiguration(settings);
        }
    }
}
