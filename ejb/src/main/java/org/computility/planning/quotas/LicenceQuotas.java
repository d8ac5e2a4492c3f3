package org.computility.planning.quotas;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.computility.algorithms.Capabilities;
import org.computility.algorithms.CapabilityLicensee;
import org.computility.algorithms.QuotasAsked;
import org.computility.licensing.quotas.LiveQuotas;
import org.computility.licensing.quotas.ToldQuota;
import org.computility.planning.quotas.StreamQuotas.Licensed;
import org.computility.shared.Member;
import org.computility.shared.NotFound;

/** Answers how much of a capability's licences is in use (T/BAX 0006.5 D.6, E.5, and {@code Quota} of A.5 and A.6). */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LicenceQuotas {

    @EJB
    StreamQuotas quotas;

    @EJB
    LiveQuotas live;

    @EJB
    Capabilities capabilities;

    /**
     * What the provider's authorization server says at this moment (D.6).
     *
     * @throws NotFound {@code capability-unknown}, {@code authorization-quota-unknown}
     */
    public AuthQuotaView online(String algoDefCode) {
        CapabilityLicensee licensee = capabilities.licensee(algoDefCode);
        ToldQuota told = live.ask(licensee.organisationId(), licensee.provider(), algoDefCode);
        return new AuthQuotaView(told.algoDefCode(), told.used(), told.total());
    }

    /**
     * What the organisation's licence files allow, and how many streams they cover now (E.5).
     *
     * @throws NotFound {@code capability-unknown}, {@code licence-quota-unknown}
     */
    public AuthQuotaView offline(String algoDefCode) {
        Licensed asked = new Licensed(capabilities.licensee(algoDefCode).organisationId(), algoDefCode);
        return quotas.of(List.of(asked)).stream()
                .filter(quota -> quota.offlineTotal() != null)
                .map(quota -> new AuthQuotaView(algoDefCode, quota.offlineUsed(), quota.offlineTotal()))
                .findFirst()
                .orElseThrow(() -> new NotFound(
                        "licence-quota-unknown",
                        new Member("algoDefCode"),
                        "No licence file here says how many streams of " + algoDefCode
                                + " may run: import one with AbilityAuths (POST /ACSMP/License)."));
    }

    /** Tells them for all capabilities of a page at once. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void on(@Observes QuotasAsked asked) {
        List<Licensed> shown = asked.organisations().entrySet().stream()
                .map(entry -> new Licensed(entry.getValue(), entry.getKey()))
                .toList();
        quotas.of(shown).forEach(quota -> asked.tell(quota.of().algoDefCode(), quota.used(), quota.total()));
    }
}
