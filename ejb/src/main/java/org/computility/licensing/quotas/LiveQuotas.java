package org.computility.licensing.quotas;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
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

    /** Asks for everything that was not told a moment ago. */
    public void refresh() {
        List<QuotaQuestion> due = keeping.due();
        if (!due.isEmpty()) {
            Together.each(due, this::refresh, helpers());
        }
    }

    private boolean refresh(QuotaQuestion question) {
        try {
            keeping.answered(question, calls.ask(question.server(), question.algoDefCode()));
            return true;
        } catch (Unavailable e) {
            keeping.failed(question, e.getMessage());
            return false;
        }
    }

    Executor helpers() {
        return executor;
    }
}
