package org.computility.licensing.quotas;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.computility.licensing.online.AuthServers;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Together;
import org.computility.shared.Unavailable;

/** Asks authorization servers, and has what they tell kept. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LiveQuotas {

    @EJB
    QuotaKeeping keeping;

    @EJB
    AuthServers servers;

    @Inject
    AuthorizationCalls calls;

    @Resource
    private ManagedExecutorService executor;

    /**
     * What the provider's default authorization server says now of a capability.
     *
     * @throws NotFound {@code authorization-quota-unknown} where the provider has no server
     * @throws Unavailable as {@link AuthorizationCalls#ask}
     */
    public ToldQuota ask(UUID organisationId, String provider, String algoDefCode) {
        String server = servers.defaultServer(organisationId, provider)
                .orElseThrow(() -> new NotFound(
                        "authorization-quota-unknown",
                        new Member("algoDefCode"),
                        "Provider " + provider + " of " + algoDefCode
                                + " has no authorization server here: register one (POST /ACSMP/AuthServer)."));
        ToldQuota told = calls.ask(server, algoDefCode);
        keeping.answered(new QuotaQuestion(organisationId, algoDefCode, server), told);
        return told;
    }

    /** Asks for everything that was not told a moment ago. A server that does not answer one question is not asked the others. */
    public void refresh() {
        Map<String, List<QuotaQuestion>> byServer =
                keeping.due().stream().collect(Collectors.groupingBy(QuotaQuestion::server));
        if (!byServer.isEmpty()) {
            List<List<QuotaQuestion>> others = Together.each(byServer.values(), this::first, helpers());
            Together.each(others.stream().flatMap(List::stream).toList(), this::refresh, helpers());
        }
    }

    /** Asks the first of one server's questions; the others, if it answered. */
    private List<QuotaQuestion> first(List<QuotaQuestion> questions) {
        List<QuotaQuestion> others = questions.subList(1, questions.size());
        Optional<Unavailable> failure = refresh(questions.get(0));
        if (others.isEmpty() || failure.filter(LiveQuotas::isSilence).isEmpty()) {
            return others;
        }
        keeping.failed(others.get(0).server(), others, failure.get().getMessage());
        return List.of();
    }

    private static boolean isSilence(Unavailable failure) {
        return failure.code().equals("authorization-server-silent");
    }

    private Optional<Unavailable> refresh(QuotaQuestion question) {
        try {
            keeping.answered(question, calls.ask(question.server(), question.algoDefCode()));
            return Optional.empty();
        } catch (Unavailable e) {
            keeping.failed(question.server(), List.of(question), e.getMessage());
            return Optional.of(e);
        }
    }

    Executor helpers() {
        return executor;
    }
}
