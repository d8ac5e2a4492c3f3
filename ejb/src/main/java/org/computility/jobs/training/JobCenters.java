package org.computility.jobs.training;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.computility.centers.CenterDirectory;
import org.computility.centers.CenterFacts;
import org.computility.centers.ImageFacts;
import org.computility.centers.SpecFacts;
import org.computility.shared.Member;
import org.computility.shared.Rejected;

/** Where a new job may run. */
@ApplicationScoped
class JobCenters {

    @EJB
    CenterDirectory centers;

    @Inject
    CentersLately lately;

    /**
     * The centers where the job shall run; none: wherever there is room.
     *
     * @throws Rejected {@code center-unavailable}, {@code spec-unavailable}, {@code job-image-unavailable}
     */
    List<String> centers(NewTrainingJob wanted, Optional<ImageFacts> image, SpecFacts spec) {
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
            if (!NodesForJob.offers(center, spec)) {
                throw unoffered(spec.id(), "center " + center.id() + " has no node that could hold it", JobRules.LATER);
            }
        }
        String location = image.map(ImageFacts::location).orElse(wanted.imageUrl());
        if (!only.isEmpty()) {
            checkImage(
                    found.stream().allMatch(center -> center.startsFrom(location)), wanted, "not every named center");
        } else if (lately.matching(center -> NodesForJob.offers(center, spec) && center.startsFrom(location))
                .isEmpty()) {
            if (lately.matching(center -> NodesForJob.offers(center, spec)).isEmpty()) {
                throw unoffered(spec.id(), "no center has a node that could hold it", JobRules.LATER);
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
                    JobRules.LATER);
        }
    }

    private CenterFacts center(String id) {
        CenterFacts center = centers.center(id).orElse(null);
        if (center == null || !center.connected()) {
            throw new Rejected(
                    "center-unavailable",
                    new Member("config.centerId"),
                    "{member} " + id + (center == null ? " names no center." : " is not connected now."),
                    center == null ? null : JobRules.LATER);
        }
        return center;
    }

    /** A cluster whose files the platform does not see gives a job no data set. */
    void checkReading(List<String> ids, List<String> named) {
        boolean read = ids.isEmpty()
                || (named.isEmpty()
                        ? !lately.matching(JobCenters::givesDataSets).isEmpty()
                        : named.stream().map(this::center).allMatch(JobCenters::givesDataSets));
        if (!read) {
            throw new Rejected(
                    "center-unavailable",
                    new Member("config.centerId"),
                    named.isEmpty()
                            ? "{member}: at no center jobs read data sets now."
                            : "{member} names a center where jobs read no data sets.",
                    JobRules.LATER);
        }
    }

    private static boolean givesDataSets(CenterFacts center) {
        return center.capacity() != null && center.capacity().dataSets();
    }

    static Rejected noImage(String why) {
        return new Rejected(
                "job-image-unavailable", new Member("config.imageId"), "{member} cannot be used: " + why + ".");
    }

    /** @param later when it may be otherwise; null: never by itself */
    static Rejected unoffered(String id, String why, Duration later) {
        return new Rejected(
                "spec-unavailable",
                new Member("config.specId"),
                "{member} " + id + " cannot be used: " + why + ".",
                later);
    }
}
