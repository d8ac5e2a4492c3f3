package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.computility.centers.CenterDirectory;
import org.computility.centers.ImageFacts;
import org.computility.centers.SpecFacts;
import org.computility.datasets.catalogue.DataSetCatalogue;
import org.computility.identity.CurrentCaller;
import org.computility.jobs.JobKind;
import org.computility.jobs.NewJob;
import org.computility.shared.Member;
import org.computility.shared.Rejected;
import org.computility.shared.UuidText;

/** What a training job may ask for. */
@Stateless
public class JobRules {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_DESCRIPTION = 256;
    private static final int MOST_NODES = 1000;
    private static final int MOST_SECONDS = 31_536_000;
    private static final int USUAL_SECONDS = 86_400;
    private static final int USUAL_PRIORITY = 5;
    private static final int HIGHEST_PRIORITY = 9;

    /** Centers come back, and so do their nodes. */
    public static final Duration LATER = Duration.ofSeconds(30);

    @EJB
    CenterDirectory centers;

    @Inject
    JobCenters places;

    @EJB
    DataSetCatalogue dataSets;

    @Inject
    CurrentCaller caller;

    /**
     * The job that is meant.
     *
     * @throws Rejected with a code of annex B for each member at fault
     */
    public NewJob check(NewTrainingJob wanted) {
        checkName(wanted.name());
        String description = Objects.requireNonNullElse(wanted.description(), "");
        checkLength(description);
        SpecFacts spec = spec(wanted.specId());
        Optional<ImageFacts> image = image(wanted);
        image.ifPresent(found -> checkFor(found, spec));
        List<String> centerIds = places.centers(wanted, image, spec);
        checkDataSets(wanted.dataSets());
        places.checkReading(wanted.dataSets(), centerIds);
        return new NewJob(
                JobKind.TRAINING,
                wanted.name(),
                description,
                spec,
                centerIds,
                nodes(wanted, centerIds),
                wanted.imageId(),
                wanted.imageUrl(),
                image.map(ImageFacts::location).orElse(wanted.imageUrl()),
                command(wanted.command(), image),
                wanted.dataSets(),
                within("config.maxSeconds", wanted.maxSeconds(), USUAL_SECONDS, 1, MOST_SECONDS),
                within("config.priority", wanted.priority(), USUAL_PRIORITY, 0, HIGHEST_PRIORITY),
                wanted.budget());
    }

    /** An image is made for one architecture, and its libraries for one type of accelerator. */
    private static void checkFor(ImageFacts image, SpecFacts spec) {
        if (image.architecture() != null && !image.architecture().equalsIgnoreCase(spec.architecture())) {
            throw JobCenters.noImage("it is for " + image.architecture() + ", and the nodes of spec " + spec.id()
                    + " are " + spec.architecture());
        }
        boolean other = image.processor() != null
                && spec.accelerators() != null
                && !image.processor().equalsIgnoreCase(spec.accelerators().type());
        if (other) {
            throw JobCenters.noImage("it is for " + image.processor() + ", and spec " + spec.id() + " has "
                    + spec.accelerators().type());
        }
    }

    private static void checkName(String name) {
        Member member = new Member("jobName");
        int length = name.codePointCount(0, name.length());
        if (length < 1 || length > LONGEST_NAME) {
            throw new Rejected("job-name-length", member, "{member} has 1 to " + LONGEST_NAME + " characters.");
        }
        if (!name.matches("[A-Za-z0-9_-]+")) {
            throw new Rejected(
                    "job-name-invalid", member, "{member} has letters, digits, underscores and hyphens only.");
        }
    }

    private static void checkLength(String description) {
        if (description.codePointCount(0, description.length()) > LONGEST_DESCRIPTION) {
            throw new Rejected(
                    "job-description-length",
                    new Member("jobDesc"),
                    "{member} has at most " + LONGEST_DESCRIPTION + " characters.");
        }
    }

    // An empty text stands for an absent member, wherever it is given.
    private SpecFacts spec(String id) {
        if (id.isEmpty()) {
            throw new Rejected("member-missing", new Member("config.specId"), "{member} is missing.");
        }
        return centers.spec(id).orElseThrow(() -> JobCenters.unoffered(id, "there is no such spec", null));
    }

    private static int nodes(NewTrainingJob wanted, List<String> centerIds) {
        int least = Math.max(1, centerIds.size());
        return within("config.nodeCount", wanted.nodeCount(), least, least, MOST_NODES);
    }

    private static int within(String member, Integer given, int usual, int least, int most) {
        int value = given == null ? usual : given;
        if (value < least || value > most) {
            throw new Rejected(
                    "member-out-of-range",
                    new Member(member),
                    "{member} is between " + least + " and " + most + " here.");
        }
        return value;
    }

    private Optional<ImageFacts> image(NewTrainingJob wanted) {
        if (wanted.imageId() == null && wanted.imageUrl() == null) {
            throw new Rejected(
                    "job-image-missing", new Member("config.imageId"), "Give {member} or imageUrl, one of the two.");
        }
        if (wanted.imageId() != null && wanted.imageUrl() != null) {
            throw new Rejected("member-invalid", new Member("config.imageUrl"), "Give imageId or {member}, not both.");
        }
        if (wanted.imageId() == null) {
            checkUrl(wanted.imageUrl());
            return Optional.empty();
        }
        return Optional.of(centers.image(wanted.imageId())
                .orElseThrow(() -> JobCenters.noImage(wanted.imageId() + " names no image")));
    }

    // Not a path: what a machine of the platform has in its folders is for its operators to offer.
    private static void checkUrl(String url) {
        if (!url.matches("[A-Za-z0-9][A-Za-z0-9._:/@-]*")) {
            throw new Rejected(
                    "member-invalid",
                    new Member("config.imageUrl"),
                    "{member} is a container image, such as registry.example.org/train:1.2.");
        }
    }

    private static String command(String given, Optional<ImageFacts> image) {
        return Optional.ofNullable(given)
                .or(() -> image.map(ImageFacts::command))
                .orElseThrow(() -> new Rejected(
                        "member-missing",
                        new Member("config.command"),
                        "{member} is missing, and the image has no command of its own."));
    }

    private void checkDataSets(List<String> ids) {
        for (String id : ids) {
            boolean theirs = UuidText.isOne(id)
                    && dataSets.held(id)
                            .filter(held -> held.forAll() || caller.get().sees(held.organisationId()))
                            .isPresent();
            if (!theirs) {
                throw new Rejected(
                        "member-invalid",
                        new Member("config.datasets"),
                        "{member}: " + id + " is no data set of yours, and none that is public.");
            }
        }
    }
}
