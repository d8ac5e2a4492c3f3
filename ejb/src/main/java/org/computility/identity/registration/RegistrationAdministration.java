package org.computility.identity.registration;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountAdministration;
import org.computility.identity.accounts.AccountView;
import org.computility.identity.accounts.OrganisationAdministration;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.Throttled;
import org.computility.shared.keys.Hashes;
import org.computility.shared.keys.SecretBytes;

/**
 * The registrations, and who decides them: administrators all; operators the ones with the name of their organisation, and they approve
 * only accounts that they may open.
 */
@Stateless
public class RegistrationAdministration {

    private static final int SECRET_BYTES = 32;
    private static final String ACTION = "POST /platform/v1/registrations";
    private static final int CREATED = 201;

    /** How long a decided registration is still shown. */
    private static final Duration KEPT = Duration.ofDays(90);

    /** Somebody who decides makes room. */
    private static final Duration UNTIL_ROOM = Duration.ofHours(1);

    @Inject
    Registrations registrations;

    @EJB
    AccountAdministration accounts;

    @EJB
    OrganisationAdministration organisations;

    @EJB
    AuditTrail audit;

    @Inject
    AuditNote note;

    @Inject
    CurrentCaller caller;

    @Inject
    Clock clock;

    RegistrationConfig config;

    @PostConstruct
    void prepare() {
        config = RegistrationConfig.current();
    }

    /** Throttled {@code registrations-full} when too many wait for a decision, of all or of this network. */
    public void requireRoom(String network) {
        if (registrations.pending() >= config.pending()
                || registrations.pendingOf(network) >= config.pendingOfNetwork()) {
            throw new Throttled(
                    "registrations-full", "Too many registrations wait for a decision; try again later.", UNTIL_ROOM);
        }
    }

    /** Refused as by {@link #requireRoom}. The call's audit record is written with it, and only then: whoever is refused fills no log. */
    public RegistrationReceipt enter(NewRegistration asked, String network, String passwordHash) {
        registrations.lockAsking();
        requireRoom(network);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(SecretBytes.fresh(SECRET_BYTES));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Registration registration =
                Registration.ask(asked, network, passwordHash, Hashes.sha256(secret), now, config.life());
        registrations.session().insert(registration);
        audit.recordWithChange(List.of(note.entry(
                null, null, ACTION, "registration " + registration.id() + " of " + registration.username(), CREATED)));
        return registration.receipt(secret);
    }

    /** What the applicant may see; NotFound {@code registration-unknown} also for a wrong secret, or none. */
    public RegistrationStateView state(UUID id, String secret) {
        return registrations
                .find(id)
                .filter(registration -> secret != null && registration.hasSecret(secret))
                .orElseThrow(RegistrationAdministration::unknown)
                .stateView(clock.instant());
    }

    /** The registrations that the caller decides, the oldest first; a null state: any. */
    public Page<RegistrationView> list(RegistrationState state, PageRequest page) {
        Instant now = clock.instant();
        return registrations.page(state, ownOrganisation().orElse(null), page).map(one -> one.view(now));
    }

    /** NotFound {@code registration-unknown} also for registrations that are not the caller's to decide. */
    public RegistrationView get(UUID id) {
        return decidable(registrations.find(id)).view(clock.instant());
    }

    /** Opens the account. Whoever approves must be allowed to open such an account. */
    public RegistrationView approve(UUID id, RegistrationApproval approval) {
        Registration registration = decidable(registrations.lock(id));
        Instant now = clock.instant();
        AccountView account =
                accounts.openHashed(approval.account(registration.username(), registration.passwordWhilePending(now)));
        registration.approve(account, caller.get().username(), now);
        registrations.session().update(registration);
        return registration.view(now);
    }

    /** The applicant sees the reason. */
    public RegistrationView refuse(UUID id, String reason) {
        Registration registration = decidable(registrations.lock(id));
        Instant now = clock.instant();
        registration.refuse(reason, caller.get().username(), now);
        registrations.session().update(registration);
        return registration.view(now);
    }

    /** Ends registrations that nobody decided in time, and deletes registrations that ended a while ago. */
    public void expire() {
        Instant now = clock.instant();
        registrations.expire(now);
        registrations.forget(now.minus(KEPT));
    }

    private Registration decidable(Optional<Registration> found) {
        Optional<String> own = ownOrganisation();
        return found.filter(registration -> own.isEmpty() || registration.names(own.get()))
                .orElseThrow(RegistrationAdministration::unknown);
    }

    /** The organisation whose registrations the caller decides; empty: all. */
    private Optional<String> ownOrganisation() {
        Caller known = caller.require(Role.OPERATORS);
        return Optional.ofNullable(known.scope())
                .map(organisation -> organisations.get(organisation).name());
    }

    private static NotFound unknown() {
        return new NotFound("registration-unknown", "No such registration.");
    }
}
