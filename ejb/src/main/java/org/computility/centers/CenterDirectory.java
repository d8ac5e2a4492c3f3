package org.computility.centers;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.computility.centers.catalogue.ImageCatalogue;
import org.computility.centers.catalogue.ImageView;
import org.computility.centers.catalogue.SpecCatalogue;
import org.computility.centers.catalogue.SpecProcessor;
import org.computility.centers.catalogue.SpecView;
import org.computility.centers.registration.CenterRemoval;
import org.computility.centers.registration.CenterView;
import org.computility.centers.registration.RegisteredCenters;
import org.computility.connector.jobs.Accelerators;

/** The centers, specs and images for the rooms above; needs no caller. */
@Stateless
public class CenterDirectory {

    @EJB
    RegisteredCenters registered;

    @EJB
    SpecCatalogue specs;

    @EJB
    ImageCatalogue images;

    /** All registered centers, by id. */
    public List<CenterFacts> centers() {
        return registered.all().stream().map(CenterDirectory::facts).toList();
    }

    public Optional<CenterFacts> center(String id) {
        return registered.find(id).map(CenterDirectory::facts);
    }

    /** Whether some other organisation than that runs a center. */
    public boolean isAnyOfOthers(UUID organisationId) {
        return registered.isAnyOfOthers(organisationId);
    }

    /** Those that were removed by force, the first first. */
    public List<CenterRemoval> removals() {
        return registered.removals();
    }

    /** What was left at centers that were removed before is ended. */
    public void settleRemovals(Instant before) {
        registered.settleRemovals(before);
    }

    public Optional<SpecFacts> spec(String id) {
        return specs.find(id).map(CenterDirectory::facts);
    }

    /** Those of the specs that there are, by id. */
    public Map<String, SpecFacts> specs(Collection<String> ids) {
        return specs.find(ids).stream()
                .map(CenterDirectory::facts)
                .collect(Collectors.toMap(SpecFacts::id, Function.identity()));
    }

    public Optional<ImageFacts> image(String id) {
        return images.find(id).map(CenterDirectory::facts);
    }

    private static CenterFacts facts(CenterView center) {
        return new CenterFacts(
                center.id(),
                center.name(),
                center.operatorId(),
                center.connected(),
                center.reason(),
                center.probedAt(),
                center.capacity());
    }

    private static SpecFacts facts(SpecView spec) {
        return new SpecFacts(
                spec.id(),
                spec.name(),
                spec.architecture(),
                spec.cores(),
                spec.memoryBytes(),
                accelerators(spec.processor()));
    }

    private static Accelerators accelerators(SpecProcessor processor) {
        return processor == null
                ? null
                : new Accelerators(processor.type(), processor.product(), processor.count(), processor.memoryBytes());
    }

    private static ImageFacts facts(ImageView image) {
        return new ImageFacts(
                image.id(),
                image.name(),
                image.centerId(),
                image.location(),
                image.command(),
                image.arch(),
                image.processor());
    }
}
