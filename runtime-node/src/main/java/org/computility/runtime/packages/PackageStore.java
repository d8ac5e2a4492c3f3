package org.computility.runtime.packages;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.computility.algopackage.AlgoPackage;
import org.computility.algopackage.Folders;
import org.computility.algopackage.InvalidPackageException;
import org.computility.algopackage.archive.AlgoPackageArchive;
import org.computility.runtime.Reason;
import org.computility.runtime.Refusal;
import org.computility.runtime.http.PatientHttp;

/**
 * The packages of this node. They outlive the process. A download that was cut off goes on where it was when it is
 * asked for again.
 */
public final class PackageStore implements AutoCloseable {

    private static final Logger LOG = System.getLogger(PackageStore.class.getName());
    private static final int ATTEMPTS = 5;
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);

    private final PatientHttp http = new PatientHttp(HttpClient.Redirect.NORMAL, LONGEST_SILENCE);
    private final Path folder;
    private final Consumer<PackageState> news;
    private final AlgoPackageArchive archives = new AlgoPackageArchive();
    private final Map<String, PackageState> states = new ConcurrentHashMap<>();
    private final Map<String, AlgoPackage> unpacked = new ConcurrentHashMap<>();
    private final ExecutorService downloads = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "download");
        thread.setDaemon(true);
        return thread;
    });

    /** Takes up what is in the folder. */
    public PackageStore(Path folder, Consumer<PackageState> news) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.news = news;
        try (Stream<Path> found = Files.list(folder)) {
            for (Path archive : found.filter(f -> f.toString().endsWith(".tar")).toList()) {
                String id = archive.getFileName().toString().replace(".tar", "");
                take(id, archive);
            }
        }
    }

    /** All packages, also packages on their way and failed ones. */
    public Collection<PackageState> list() {
        return List.copyOf(states.values());
    }

    /** A package that is here and whole. */
    public AlgoPackage get(String id) throws Refusal {
        AlgoPackage found = unpacked.get(id);
        if (found == null) {
            throw Refusal.notFound("The package " + id + " is not on this node");
        }
        return found;
    }

    /** Where a package that is here is unpacked. */
    public Path folder(String id) {
        return folder.resolve(id);
    }

    /** Starts a download; a download that runs or is done is left as it is. */
    public synchronized void deliver(JsonObject body) throws Refusal {
        DeliveryOrder order = DeliveryOrder.of(body);
        String id = order.packageId();
        PackageState state = states.get(id);
        if ((state != null && state.status() == PackageState.DOWNLOADING) || isHere(id, order.md5())) {
            return;
        }
        tell(new PackageState(id, PackageState.DOWNLOADING, 0, Instant.now(), null));
        Path part = folder.resolve(id + ".download");
        Download download = new Download(order.url(), order.size(), order.md5(), part, http);
        downloads.execute(() -> fetch(id, download));
    }

    /** Removes a package; a package that is not here counts as removed. */
    public void remove(String id, Predicate<String> inUse) throws Refusal, IOException {
        if (inUse.test(id)) {
            throw Refusal.conflict("The package " + id + " is in use by a service");
        }
        PackageState state = states.get(id);
        if (state == null) {
            return;
        }
        if (state.status() == PackageState.DOWNLOADING) {
            throw Refusal.conflict("The package " + id + " is being downloaded");
        }
        unpacked.remove(id);
        for (String suffix : List.of(".md5", ".tar", ".download")) {
            Files.deleteIfExists(folder.resolve(id + suffix));
        }
        Folders.delete(folder.resolve(id));
        states.remove(id);
    }

    @Override
    public void close() {
        downloads.shutdownNow();
    }

    private boolean isHere(String id, String md5) {
        try {
            Path note = folder.resolve(id + ".md5");
            return unpacked.containsKey(id)
                    && Files.exists(note)
                    && Files.readString(note).equalsIgnoreCase(md5);
        } catch (IOException e) {
            return false;
        }
    }

    private void fetch(String id, Download download) {
        try {
            for (int attempt = 1; !attempt(id, download, attempt); attempt++) {
                TimeUnit.SECONDS.sleep(1L << attempt);
            }
            AlgoPackage described = archives.read(download.part());
            if (!described.id().equals(id)) {
                throw new InvalidPackageException("AlgoFilePackageID", "the file is the package " + described.id());
            }
            Folders.delete(folder.resolve(id));
            archives.extract(download.part(), folder.resolve(id));
            Files.writeString(folder.resolve(id + ".md5"), download.md5());
            Files.move(download.part(), folder.resolve(id + ".tar"), StandardCopyOption.REPLACE_EXISTING);
            unpacked.put(id, described);
            tell(new PackageState(id, PackageState.DOWNLOADED, 1, Instant.now(), null));
        } catch (IOException | InvalidPackageException | RuntimeException e) {
            String why = Reason.of(e);
            LOG.log(Level.WARNING, "The package {0} failed: {1}", id, why);
            double progress = states.get(id).progress();
            tell(new PackageState(id, PackageState.FAILED, progress, Instant.now(), why));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean attempt(String id, Download download, int attempt) throws IOException, InterruptedException {
        long[] told = {0};
        try {
            download.run(progress -> {
                if (System.nanoTime() - told[0] > PROGRESS_EVERY.toNanos()) {
                    told[0] = System.nanoTime();
                    tell(new PackageState(id, PackageState.DOWNLOADING, progress, Instant.now(), null));
                }
            });
            return true;
        } catch (Download.Spoiled e) {
            throw e;
        } catch (IOException e) {
            LOG.log(Level.INFO, "Attempt {0} for the package {1}: {2}", attempt, id, e.toString());
            if (attempt >= ATTEMPTS) {
                throw e;
            }
            return false;
        }
    }

    private void tell(PackageState state) {
        states.put(state.packageId(), state);
        news.accept(state);
    }

    private void take(String id, Path archive) throws IOException {
        try {
            Path target = folder.resolve(id);
            AlgoPackage described =
                    Files.isDirectory(target) ? archives.read(archive) : archives.extract(archive, target);
            unpacked.put(id, described);
            states.put(id, new PackageState(id, PackageState.DOWNLOADED, 1, Instant.now(), null));
        } catch (InvalidPackageException e) {
            LOG.log(Level.WARNING, "The package {0} on disk is spoiled: {1}", id, e.getMessage());
        }
    }
}
