package org.computility.algorithms;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Page;

/** What the imported packages can do (T/BAX 0006.5 A.5, A.6). */
@Stateless
public class Capabilities {

    /** What a page of capabilities may be sorted by. */
    public static final Set<String> SORTABLE = CapabilityConditions.SORTABLE.keySet();

    @Inject
    private AlgorithmCapabilities capabilities;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<QuotasAsked> quotas;

    /** The capability with that code, whoever owns it, or 404 {@code capability-unknown}. For the rooms above. */
    public CapabilityView get(String algoDefCode) {
        return capabilities
                .find(algoDefCode)
                .orElseThrow(() -> unknown(algoDefCode))
                .view();
    }

    /** One page of the caller's capabilities. */
    public Page<AlgoDefView> search(CapabilitySearch search) {
        Caller reader = currentCaller.require(Role.READERS);
        Page<Capability> page = CapabilityConditions.page(capabilities.session(), search, reader.scope());
        QuotasAsked quotas = quotasOf(page.content(), reader);
        return page.map(capability -> quotas.on(capability.listed()));
    }

    /** One capability of the caller with its task fields, or 404. */
    public AlgoDefView detail(String code) {
        Caller reader = currentCaller.require(Role.READERS);
        Capability capability = owned(code, reader);
        return quotasOf(List.of(capability), reader).on(capability.detailed());
    }

    /** Of the caller's organisation; an administrator, who has none, sees those of whoever brings the capability. */
    private QuotasAsked quotasOf(List<Capability> shown, Caller reader) {
        QuotasAsked asked = new QuotasAsked(shown.stream()
                .filter(capability -> organisation(capability, reader) != null)
                .collect(Collectors.toMap(Capability::code, capability -> organisation(capability, reader))));
        if (!asked.organisations().isEmpty()) {
            quotas.fire(asked);
        }
        return asked;
    }

    private static UUID organisation(Capability capability, Caller reader) {
        return reader.scope() == null ? capability.algorithmPackage().organisationId() : reader.scope();
    }

    /**
     * Whose licences of the capability the caller means, who may plan with it.
     *
     * @throws NotFound {@code capability-unknown}
     */
    public CapabilityLicensee licensee(String code) {
        Caller reader = currentCaller.require(Role.READERS);
        if (capabilities.known(new String[] {code}, reader.scope()).isEmpty()) {
            throw unknown(code);
        }
        Capability capability = capabilities.find(code).orElseThrow(() -> unknown(code));
        return new CapabilityLicensee(
                organisation(capability, reader), capability.algorithmPackage().provider());
    }

    /**
     * Moves a capability to a following status.
     *
     * @return as it is then
     * @throws org.computility.shared.Conflict {@code capability-status-order}
     */
    public CapabilityView move(String code, String status) {
        Caller caller = currentCaller.require(Role.PUBLISHERS);
        Capability capability = owned(code, caller);
        capability.move(CapabilityStatus.read(status), clock.instant());
        capabilities.session().update(capability);
        return capability.view();
    }

    private Capability owned(String code, Caller caller) {
        return capabilities
                .find(code)
                .filter(capability -> caller.sees(capability.algorithmPackage().organisationId()))
                .orElseThrow(() -> unknown(code));
    }

    private static NotFound unknown(String code) {
        return new NotFound("capability-unknown", new Member("algoDefCode"), "There is no capability " + code + ".");
    }

    /**
     * Which of the codes the caller may plan with: a package of the caller's organisation brings them, or one on a node
     * of the organisation. Codes of strangers are unknown, like codes of nobody.
     */
    public Set<String> known(Collection<String> codes) {
        Caller reader = currentCaller.require(Role.READERS);
        return codes.isEmpty()
                ? Set.of()
                : Set.copyOf(capabilities.known(codes.toArray(new String[0]), reader.scope()));
    }

    /** Which capabilities the organisation may plan with list all of these events of rules, by their codes. */
    public List<String> forEvents(Collection<String> eventIds, UUID organisationId) {
        return capabilities.forEvents(eventIds.toArray(new String[0]), organisationId);
    }

    /** The codes of the capabilities with exactly that name. */
    public List<String> codesNamed(String name) {
        return capabilities.codesNamed(name);
    }
}
