package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.ImageFacts;
import org.computility.centers.SpecFacts;
import org.computility.connector.jobs.Accelerators;
import org.computility.connector.jobs.JobCapacity;
import org.computility.connector.jobs.NodeCapacity;
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
    CentersLately lately;

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
        List<String> centerIds = centers(wanted, image, spec);
        checkDataSets(wanted.dataSets());
        checkReading(wanted.dataSets(), centerIds);
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

    private SpecFacts spec(String id) {
        return centers.spec(id).orElseThrow(() -> unoffered(id, "there is no such spec", null));
    }

    private List<String> centers(NewTrainingJob wanted, Optional<ImageFacts> image, SpecFacts spec) {
        List<String> named = wanted.centerIds();
        if (new HashSet<>(named).size() < named.size()) {
            throw new Rejected(
                    "member-invalid", new Member("config.centerId"), "{member} names each center only once.");
        }
        String imageCenter = image.map(ImageFacts::centerId).orElse(null);
        List<String> only = named.isEmpty() && imageCenter != null ? List.of(imageCenter) : named;
        List<CenterFacts> found = only.stream().map(this::center).toList();
        if (imageCenter != null && !only.equals(List.of(imageCenter))) {
            throw noImage("the image is at center " + imageCenter + " only");
        }
        for (CenterFacts center : found) {
            if (!offers(center, spec)) {
                throw unoffered(spec.id(), "center " + center.id() + " has no node that could hold it", LATER);
            }
        }
        String location = image.map(ImageFacts::location).orElse(wanted.imageUrl());
        if (!only.isEmpty()) {
            checkImage(
                    found.stream().allMatch(center -> center.startsFrom(location)), wanted, "not every named center");
        } else if (lately.matching(center -> offers(center, spec) && center.startsFrom(location))
                .isEmpty()) {
            if (lately.matching(center -> offers(center, spec)).isEmpty()) {
                throw unoffered(spec.id(), "no center has a node that could hold it", LATER);
            }
            checkImage(false, wanted, "no center that could hold the spec");
        }
        return only;
    }

    /** A container image runs at centers that run containers only, everything else at the others only. */
    private static void checkImage(boolean right, NewTrainingJob wanted, String which) {
        if (!right) {
            Member member = new Member(wanted.imageId() == null ? "config.imageUrl" : "config.imageId");
            throw new Rejected(
                    "job-image-unavailable",
                    member,
                    "{member} cannot be used: " + which + " starts jobs from it.",
                    LATER);
        }
    }

    private CenterFacts center(String id) {
        CenterFacts center = centers.center(id).orElse(null);
        if (center == null || !center.connected()) {
            throw new Rejected(
                    "center-unavailable",
                    new Member("config.centerId"),
                    "{member} " + id + (center == null ? " names no center." : " is not connected now."),
                    center == null ? null : LATER);
        }
        return center;
    }

    // A cluster whose controller has just restarted tells of no node for a while: jobs wait for its nodes then.
    private static boolean offers(CenterFacts center, SpecFacts spec) {
        JobCapacity capacity = center.capacity();
        return capacity != null
                && (capacity.nodes().isEmpty()
                        || (spec.architecture().equalsIgnoreCase(capacity.architecture())
                                && capacity.nodes().stream().anyMatch(node -> holds(node, spec))));
    }

    private static boolean holds(NodeCapacity node, SpecFacts spec) {
        return spec.cores() <= node.cores()
                && spec.memoryBytes() <= node.memoryBytes()
                && (spec.accelerators() == null || holds(node.accelerators(), spec.accelerators()));
    }

    private static boolean holds(Accelerators has, Accelerators asked) {
        return has != null
                && asked.type().equalsIgnoreCase(has.type())
                && (asked.product().isEmpty() || asked.product().equalsIgnoreCase(has.product()))
                && asked.count() <= has.count()
                && (has.memoryBytes() == 0 || asked.memoryBytes() <= has.memoryBytes());
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
        return Optional.of(
                centers.image(wanted.imageId()).orElseThrow(() -> noImage(wanted.imageId() + " names no image")));
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

    /** A cluster whose files the platform does not see gives a job no data set. */
    private void checkReading(List<String> ids, List<String> named) {
        boolean read = ids.isEmpty()
                || (named.isEmpty()
                        ? !lately.matching(JobRules::givesDataSets).isEmpty()
                        : named.stream().map(this::center).allMatch(JobRules::givesDataSets));
        if (!read) {
            throw new Rejected(
                    "center-unavailable",
                    new Member("config.centerId"),
                    named.isEmpty()
                            ? "{member}: at no center jobs read data sets now."
                            : "{member} names a center where jobs read no data sets.",
                    LATER);
        }
    }

    private static boolean givesDataSets(CenterFacts center) {
        return center.capacity() != null && center.capacity().dataSets();
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

    private static Rejected noImage(String why) {
        return new Rejected(
                "job-image-unavailable", new Member("config.imageId"), "{member} cannot be used: " + why + ".");
    }

    /** @param later when it may be otherwise; null: never by itself */
    private static Rejected unoffered(String id, String why, Duration later) {
        return new Rejected(
                "spec-unavailable",
                new Member("config.specId"),
                "{member} " + id + " cannot be used: " + why + ".",
                later);
    }
}
