package org.computility.federation.lower;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.federation.tier.PlatformTier;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountNames;
import org.computility.identity.accounts.AccountView;
import org.computility.shared.Conflict;
import org.computility.shared.Member;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;
import org.computility.shared.database.UniqueKey;
import org.computility.shared.keys.Sealing;
import org.computility.shared.outbound.OutboundGuard;

/** The platforms that report to this one: administrators say which, and under which account each reports. */
@Stateless
public class LowerPlatformRegistry {

    private static final Member URL = new Member("url");
    private static final Member ACCOUNT = new Member("account");

    @Inject
    LowerPlatforms platforms;

    @EJB
    PlatformTier tier;

    @EJB
    AccountNames accounts;

    @Inject
    OutboundGuard guard;

    @Inject
    Sealing sealing;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    /**
     * Sets or replaces it.
     *
     * @throws Rejected {@code url-invalid}, {@code url-refused}; {@code member-invalid} for a URL with a query or a fragment, and for
     *     an account that is no platform's
     * @throws Conflict {@code tier-not-fitting}; {@code lower-account-taken} where another one reports for the account's organisation
     */
    public LowerPlatformView set(String code, NewLowerPlatform wanted) {
        Caller administrator = caller.require(Role.ADMINISTRATOR);
        tier.requireAbove(wanted.tier());
        String url = wanted.url().replaceFirst("/+$", "");
        if (url.contains("?") || url.contains("#")) {
            throw new Rejected("member-invalid", URL, "{member} ends before ? and #: it is how addresses begin.");
        }
        guard.check(URL, url);
        LowerPlatform platform = platforms.called(code).orElseGet(() -> LowerPlatform.called(code));
        platform.set(wanted, url, organisation(wanted.account()), sealing, administrator.username(), clock.instant());
        UniqueKey.keep(() -> keep(platform), LowerPlatformRegistry::taken);
        return platform.view();
    }

    /** All of them, by their codes; for administrators. */
    public List<LowerPlatformView> list() {
        caller.require(Role.ADMINISTRATOR);
        return platforms.all().stream().map(LowerPlatform::view).toList();
    }

    /** NotFound {@code lower-platform-unknown}; for administrators. */
    public LowerPlatformView get(String code) {
        caller.require(Role.ADMINISTRATOR);
        return known(code).view();
    }

    /** It is asked no more; what it reported stays. NotFound {@code lower-platform-unknown}; for administrators. */
    public void remove(String code) {
        caller.require(Role.ADMINISTRATOR);
        LowerPlatform platform = known(code);
        platforms.forget(platform.id());
        platforms.session().delete(platform);
    }

    /** The platform that reports the centers of that organisation, if one does; for the platform itself. */
    public Optional<KnownLower> of(UUID organisationId) {
        return platforms.of(organisationId).map(platform -> platform.open(sealing));
    }

    /** What is known of its centers may be another platform's by now. */
    private void keep(LowerPlatform platform) {
        if (platform.isNew()) {
            platforms.session().insert(platform);
        } else {
            platforms.forget(platform.id());
            platforms.session().update(platform);
        }
    }

    private UUID organisation(String account) {
        return accounts.named(account)
                .filter(there -> there.roles().contains(Role.PLATFORM))
                .map(AccountView::organisationId)
                .orElseThrow(
                        () -> new Rejected(
                                "member-invalid",
                                ACCOUNT,
                                "{member} is the user name here of an account with the role PLATFORM, under which it reports."));
    }

    private LowerPlatform known(String code) {
        return platforms
                .called(code)
                .orElseThrow(
                        () -> new NotFound("lower-platform-unknown", "No platform " + code + " reports to this one."));
    }

    private static Conflict taken() {
        return new Conflict(
                "lower-account-taken", ACCOUNT, "Another platform reports for the organisation of {member}.");
    }
}
