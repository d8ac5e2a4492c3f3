package org.computility.datasets;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.computility.datasets.bucket.ContentBucket;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/** Once an hour: bytes that no room needs any more leave the disk. */
@Startup
@Singleton
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class ContentCleaning {

    private static final Logger LOG = Logger.getLogger(ContentCleaning.class.getName());
    // Longer than any upload or download takes.
    private static final Duration LEFT_ALONE = Duration.ofHours(24);
    private static final int AT_ONCE = 1000;

    @Inject
    ContentStore store;

    @Inject
    @Any
    Instance<ContentNeeds> needs;

    @Inject
    Clock clock;

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "7", persistent = false)
    void everyHour() {
        try {
            int deleted = clean(needs.stream().toList());
            if (deleted > 0) {
                LOG.log(Level.INFO, "{0} files that no room needs were deleted.", deleted);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "Stored contents could not be cleaned; again in an hour.", e);
        }
    }

    /** A room that cannot say what it needs throws, and then nothing more is deleted. */
    int clean(List<ContentNeeds> rooms) throws IOException {
        if (rooms.isEmpty()) {
            throw new IllegalStateException("No room says what it needs of the content store.");
        }
        Instant before = clock.instant().minus(LEFT_ALONE);
        return cleanFolder(rooms, before) + cleanBucket(rooms, before);
    }

    private int cleanFolder(List<ContentNeeds> rooms, Instant before) throws IOException {
        List<Path> old = store.olderThan(before);
        int deleted = 0;
        for (int from = 0; from < old.size(); from += AT_ONCE) {
            List<Path> some = old.subList(from, Math.min(old.size(), from + AT_ONCE));
            Set<String> needed = needed(rooms, some);
            if (store.bucket().isPresent()) {
                moveToBucket(some, needed, store.bucket().get());
                needed = Set.of();
            }
            deleted += store.delete(some, needed, before);
        }
        return deleted;
    }

    /** Who needs a copy fetches it anew, so the bucket must have it: it has not what came before there was a bucket. */
    private static void moveToBucket(List<Path> files, Set<String> needed, ContentBucket bucket) throws IOException {
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (needed.contains(name) && bucket.storedAt(name).isEmpty() && Files.exists(file)) {
                bucket.put(name, file);
            }
        }
    }

    private int cleanBucket(List<ContentNeeds> rooms, Instant before) throws IOException {
        if (store.bucket().isEmpty()) {
            return 0;
        }
        ContentBucket bucket = store.bucket().get();
        AtomicInteger deleted = new AtomicInteger();
        bucket.olderThan(before, page -> {
            List<String> ours = page.stream().filter(ContentStore::isName).toList();
            Set<String> needed = ours.isEmpty() ? Set.of() : neededOf(rooms, ours);
            for (String name : ours) {
                if (!needed.contains(name) && isStillNeedless(name, rooms, bucket, before)) {
                    bucket.delete(name);
                    deleted.incrementAndGet();
                }
            }
        });
        return deleted.get();
    }

    // The age comes last: whoever needs a content puts it into the bucket, and so makes it young, before saying so.
    private static boolean isStillNeedless(String name, List<ContentNeeds> rooms, ContentBucket bucket, Instant before)
            throws IOException {
        return neededOf(rooms, List.of(name)).isEmpty()
                && bucket.storedAt(name).filter(before::isAfter).isPresent();
    }

    private static Set<String> needed(List<ContentNeeds> rooms, List<Path> files) {
        return neededOf(
                rooms, files.stream().map(file -> file.getFileName().toString()).toList());
    }

    private static Set<String> neededOf(List<ContentNeeds> rooms, List<String> names) {
        return rooms.stream().flatMap(room -> room.among(names).stream()).collect(Collectors.toSet());
    }
}
