package org.computility.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.computility.client.ComputilityClient;
import org.computility.client.Deliveries.Delivery;
import org.computility.client.Deliveries.Progress;
import org.computility.client.Services.Load;
import org.computility.demo.stage.Patience;
import org.computility.demo.stage.Screen;

/** Brings algorithms from their files to running services on nodes. */
final class Rollout {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final ComputilityClient client;
    private final Screen screen;
    private final List<? extends Deployable> algorithms;

    Rollout(ComputilityClient client, Screen screen, List<? extends Deployable> algorithms) {
        this.client = client;
        this.screen = screen;
        this.algorithms = algorithms;
    }

    void importPackage(Deployable algorithm, Path file) throws IOException {
        client.packages().importFile(file, md5(file));
        // What the operator does after a look at a new capability; only then may it be loaded.
        client.packages().moveCapability(algorithm.capability(), "APPLYING");
        client.packages().moveCapability(algorithm.capability(), "DEPLOYABLE");
        screen.note(algorithm.words() + ": package " + algorithm.packageId() + ", " + Files.size(file) + " bytes");
    }

    void deliver(List<String> nodes) {
        forEach(nodes, (node, algorithm) -> client.deliveries().deliver(algorithm.packageId(), node));
        forEach(nodes, (node, algorithm) -> {
            Patience.until(algorithm.words() + " is on " + node, LIMIT, () -> isThere(node, algorithm));
            screen.note(algorithm.words() + " is on node " + node);
        });
    }

    void load(List<String> nodes) {
        forEach(nodes, (node, algorithm) -> {
            String service = client.services().load(new Load(algorithm.packageId(), node, List.of(), null, 1));
            Patience.until(algorithm.words() + " runs on " + node, LIMIT, () -> runs(node, service));
            screen.note(algorithm.words() + " runs on node " + node + " as service " + service);
        });
    }

    private boolean isThere(String node, Deployable algorithm) {
        Delivery delivery = client.deliveries().get(node, algorithm.packageId());
        if (delivery.progress() == Progress.FAILED) {
            throw new IllegalStateException(algorithm.words() + " did not get to " + node + ": " + delivery.error());
        }
        return delivery.progress() == Progress.DONE;
    }

    private boolean runs(String node, String service) {
        String status = client.services().get(node, service).status();
        if (status.equals("ERROR")) {
            throw new IllegalStateException("Service " + service + " on " + node + " failed");
        }
        return status.equals("RUNNING");
    }

    private interface OnNode {
        void run(String node, Deployable algorithm);
    }

    private void forEach(List<String> nodes, OnNode action) {
        nodes.forEach(node -> algorithms.forEach(algorithm -> action.run(node, algorithm)));
    }

    private static String md5(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("MD5"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
