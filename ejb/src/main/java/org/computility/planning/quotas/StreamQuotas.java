package org.computility.planning.quotas;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells how many streams licences still admit. */
@Stateless
public class StreamQuotas {

    /** A capability in an organisation. */
    public record Licensed(UUID organisationId, String algoDefCode) {}

    @Inject
    Quotas quotas;

    /**
     * The licences of these capabilities by organisation, held until the running transaction ends: meanwhile no other server
     * starts a stream of them. Two statements for any number; none where nothing is asked for.
     */
    public Map<UUID, Licences> claim(Collection<Licensed> licensed) {
        if (licensed.isEmpty()) {
            return Map.of();
        }
        List<Licensed> once = licensed.stream().distinct().toList();
        quotas.lock(organisations(once), codes(once));
        return quotas.figures(organisations(once), codes(once)).stream()
                .collect(Collectors.groupingBy(
                        QuotaFigure::organisationId, Collectors.collectingAndThen(Collectors.toList(), Licences::of)));
    }

    /** The licences of these capabilities in the organisation as they are now. They may be another's a moment later. */
    public Licences now(UUID organisationId, Set<String> algoDefCodes) {
        List<Licensed> asked = algoDefCodes.stream()
                .map(code -> new Licensed(organisationId, code))
                .toList();
        return Licences.of(figures(asked));
    }

    /** How many streams run and may run, for each of these that is licensed. */
    public List<StreamQuota> of(Collection<Licensed> asked) {
        Map<Licensed, List<QuotaFigure>> byCapability = figures(asked).stream()
                .collect(Collectors.groupingBy(figure -> new Licensed(figure.organisationId(), figure.algoDefCode())));
        return byCapability.entrySet().stream()
                .map(entry -> StreamQuota.of(entry.getKey(), entry.getValue()))
                .filter(StreamQuota::isLicensed)
                .toList();
    }

    private List<QuotaFigure> figures(Collection<Licensed> asked) {
        return asked.isEmpty() ? List.of() : quotas.figures(organisations(asked), codes(asked));
    }

    private static UUID[] organisations(Collection<Licensed> asked) {
        return asked.stream().map(Licensed::organisationId).toArray(UUID[]::new);
    }

    private static String[] codes(Collection<Licensed> asked) {
        return asked.stream().map(Licensed::algoDefCode).toArray(String[]::new);
    }
}
