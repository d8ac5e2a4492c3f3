package org.computility.demo.loop;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.computility.client.ComputilityClient;
import org.computility.client.TrainingJobs;
import org.computility.client.TrainingJobs.Config;
import org.computility.client.TrainingJobs.LogPart;
import org.computility.client.network.JobCosts.Cost;
import org.computility.client.network.JobCosts.Estimate;
import org.computility.demo.stage.Patience;

/** One training job, from its data sets to its result and its cost. */
public final class TrainingRun {

    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Duration CHARGE_LIMIT = Duration.ofSeconds(40);
    private static final BigDecimal BUDGET = new BigDecimal("5.00");
    private static final int TAIL = 3;

    private final ComputilityClient client;
    private final Consumer<String> note;
    private String status = "";

    public TrainingRun(ComputilityClient client, Consumer<String> note) {
        this.client = client;
        this.note = note;
    }

    /** Submits the job; its id. */
    public String submit(Path program, Path frames) throws IOException {
        String programId = upload(program, "Trainer with its Java");
        String framesId = upload(frames, "Frames with and without things");
        Estimate estimate = client.jobCosts().estimate(TrainingCenter.SPEC, 1, LIMIT.toSeconds());
        note.accept("a second costs " + estimate.unitPrice() + " " + estimate.currency() + "; if the job takes all its "
                + LIMIT.toSeconds() + " s: " + estimate.amount() + " " + estimate.currency());
        Config config = new Config(
                List.of(TrainingCenter.ID),
                TrainingCenter.SPEC,
                1,
                TrainingCenter.IMAGE,
                null,
                TrainingProgram.command(programId, framesId),
                List.of(programId, framesId),
                (int) LIMIT.toSeconds(),
                null,
                BUDGET);
        return client.trainingJobs()
                .create(new TrainingJobs.Wanted("things", "Learns to tell things from nothing", config))
                .metadata()
                .id();
    }

    /** Waits for the job's end, shows the end of its log, and fetches what it left. */
    public Path result(String job, Path folder) throws IOException {
        Patience.until("the training job ends", LIMIT.multipliedBy(2), () -> isOver(job));
        tail(job).forEach(line -> note.accept("  log | " + line));
        if (!status.equals("SUCCEEDED")) {
            throw new IOException("The training job is " + status + ": "
                    + client.trainingJobs().story(job));
        }
        Path archive = folder.resolve("result.zip");
        try (OutputStream out = Files.newOutputStream(archive)) {
            client.trainingJobs().download(job, out);
        }
        return archive;
    }

    /** What the job has cost, once all of it is charged. */
    public BigDecimal cost(String job) {
        Patience.until("the job is charged", CHARGE_LIMIT, () -> {
            Cost cost = client.jobCosts().of(job);
            return cost.nodeSeconds() > 0 && cost.uncharged().signum() == 0;
        });
        Cost cost = client.jobCosts().of(job);
        note.accept(String.format(
                Locale.ROOT, "the job ran %d s and costs %s %s", cost.nodeSeconds(), cost.charged(), cost.currency()));
        return cost.charged();
    }

    private boolean isOver(String job) {
        String now = client.trainingJobs().get(job).status();
        if (!now.equals(status)) {
            status = now;
            note.accept("job " + job + ": " + status);
        }
        return !List.of("PENDING", "RUNNING").contains(status);
    }

    private List<String> tail(String job) {
        TrainingJobs jobs = client.trainingJobs();
        String task = jobs.get(job).tasks().get(0).taskId();
        StringBuilder log = new StringBuilder();
        LogPart part = jobs.log(job, task, 0);
        log.append(part.text());
        while (!part.ended()) {
            part = jobs.log(job, task, part.next());
            log.append(part.text());
        }
        List<String> lines =
                log.toString().lines().filter(line -> !line.isBlank()).toList();
        return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    }

    private String upload(Path file, String title) throws IOException {
        long size = Files.size(file);
        String id = client.dataSets().upload(file, title, md5(file), size);
        note.accept(String.format(Locale.ROOT, "data set %s: %s, %.1f MB", id, title, size / 1e6));
        return id;
    }

    private static String md5(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
