package org.computility.identity.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.computility.audit.AuditEntry;
import org.computility.audit.AuditNote;
import org.computility.audit.AuditTrail;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.accounts.AccountView;
import org.computility.identity.accounts.AccountsForTests;
import org.computility.identity.passwords.PasswordsForTests;
import org.computility.identity.passwords.RequestOrigin;
import org.computility.shared.AtOnce;
import org.computility.shared.BusinessFailure;
import org.computility.shared.PageRequest;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.computility.shared.timing.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrationAdministrationTest {

    private static final PageRequest PAGE = new PageRequest(1, 20, List.of());
    private static final Instant NOON = Instant.parse("2026-11-29T04:00:00Z");
    private static final Duration LIFE = Duration.ofDays(14);

    private final TestSessions sessions = new TestSessions(TestDatabase.fresh());
    private final CurrentCaller current = new CurrentCaller();
    private final RequestOrigin origin = new RequestOrigin();
    private final RegistrationAdministration registrations = new RegistrationAdministration();
    private final RegistrationDesk desk = new RegistrationDesk();
    private final HandClock clock = new HandClock();
    private final List<AuditEntry> recorded = new CopyOnWriteArrayList<>();
    private AccountsForTests accounts;

    @BeforeEach
    void assemble() {
        accounts = new AccountsForTests(sessions, current);
        registrations.registrations = new Registrations_(sessions.current());
        registrations.accounts = accounts.accounts();
        registrations.organisations = accounts.organisations();
        registrations.note = new AuditNote();
        registrations.audit = new AuditTrail() {
            @Override
            public void recordWithChange(List<AuditEntry> entries) {
                recorded.addAll(entries);
            }
        };
        registrations.caller = current;
        registrations.config = new RegistrationConfig(3, 3, 2, LIFE);
        desk.registrations = registrations;
        desk.passwords = PasswordsForTests.newPasswords();
        desk.origin = origin;
        registrations.clock = clock;
        desk.clock = clock;
        from("192.0.2.7");
        at(NOON);
        desk.open(3);
    }

    @Test
    void anApprovedApplicantHasAnAccountWithItsOwnPassword() {
        RegistrationReceipt receipt = ask("lin.tao");
        assertThat(state(receipt)).isEqualTo(pending("lin.tao"));
        be(Role.ADMINISTRATOR);

        RegistrationView approved = approve(receipt.id(), null, Role.CONSUMER);

        assertThat(state(receipt).state()).isEqualTo(RegistrationState.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("decider");
        AccountView account = accounts.accounts().get(approved.accountId());
        assertThat(account.username()).isEqualTo("lin.tao");
        assertThat(account.roles()).containsExactly(Role.CONSUMER);
        String hash = text("select password_hash from account where username = 'lin.tao'");
        assertThat(PasswordsForTests.hashes().matches("a long password", hash)).isTrue();
        assertThat(text("select password_hash from registration")).isNull();
    }

    @Test
    void whatIsTakenIsRecordedAndWhatIsRefusedIsNot() {
        RegistrationReceipt receipt = ask("lin.tao");
        ask("lin.tao");
        refused("registrations-full", () -> ask("lin.tao"));

        assertThat(recorded).hasSize(2);
        assertThat(recorded.get(0).target()).isEqualTo("registration " + receipt.id() + " of lin.tao");
        assertThat(recorded.get(0).account()).isNull();
        assertThat(recorded.get(0).outcome()).isEqualTo(201);
    }

    @Test
    void oneOfTenApprovalsAtOnceOpensAnAccount() {
        RegistrationReceipt receipt = ask("lin.tao");
        List<String> outcomes = AtOnce.outcomes(10, number -> {
            be(Role.ADMINISTRATOR);
            approve(receipt.id(), "lin.tao." + number, Role.CONSUMER);
        });

        assertThat(outcomes)
                .containsOnlyOnce(AtOnce.DONE)
                .hasSize(10)
                .containsOnly(AtOnce.DONE, "registration-decided");
        assertThat(text("select cast(count(*) as text) from account where username like 'lin.tao%'"))
                .isEqualTo("1");
    }

    @Test
    void whatIsApprovedAndRefusedAtOnceIsOneOfBoth() {
        RegistrationReceipt receipt = ask("lin.tao");
        List<String> outcomes = AtOnce.outcomes(8, number -> {
            be(Role.ADMINISTRATOR);
            if (number % 2 == 0) {
                approve(receipt.id(), null, Role.CONSUMER);
            } else {
                commit(() -> registrations.refuse(receipt.id(), "No."));
            }
        });

        assertThat(outcomes).containsOnlyOnce(AtOnce.DONE);
        boolean approved = state(receipt).state() == RegistrationState.APPROVED;
        assertThat(text("select cast(count(*) as text) from account where username = 'lin.tao'"))
                .isEqualTo(approved ? "1" : "0");
    }

    @Test
    void theLastPlaceIsTakenOnceHoweverManyComeAtOnce() {
        registrations.config = new RegistrationConfig(100, 3, 100, LIFE);
        commit(() -> registrations.enter(new NewRegistration("a", "p", "o", null, null), "n", "h"));
        commit(() -> registrations.enter(new NewRegistration("b", "p", "o", null, null), "n", "h"));

        List<String> outcomes = AtOnce.outcomes(
                10,
                number -> commit(() -> registrations.enter(
                        new NewRegistration("c" + number, "p", "o", null, null), "n" + number, "h")));

        assertThat(outcomes).containsOnlyOnce(AtOnce.DONE).hasSize(10).containsOnly(AtOnce.DONE, "registrations-full");
        assertThat(recorded).hasSize(3);
    }

    @Test
    void aRefusedApplicantSeesTheReasonAndNothingIsDecidedTwice() {
        RegistrationReceipt receipt = ask("lin.tao");
        be(Role.ADMINISTRATOR);

        commit(() -> registrations.refuse(receipt.id(), "Nobody knows you."));

        assertThat(state(receipt).state()).isEqualTo(RegistrationState.REFUSED);
        assertThat(state(receipt).reason()).isEqualTo("Nobody knows you.");
        refused("registration-decided", () -> approve(receipt.id(), null, Role.CONSUMER));
        refused("registration-decided", () -> commit(() -> registrations.refuse(receipt.id(), "Again.")));
        assertThat(text("select password_hash from registration")).isNull();
    }

    @Test
    void aTakenNameShowsAtTheApprovalOnlyAndAnotherIsGiven() {
        accounts.open("Lin.Tao", Role.CONSUMER);
        RegistrationReceipt receipt = ask("lin.tao");
        be(Role.ADMINISTRATOR);

        refused("account-exists", () -> approve(receipt.id(), null, Role.CONSUMER));
        assertThat(state(receipt)).isEqualTo(pending("lin.tao"));
        approve(receipt.id(), "lin.tao.2", Role.CONSUMER);

        assertThat(state(receipt).username()).isEqualTo("lin.tao.2");
    }

    @Test
    void whatNobodyDecidedInTimeExpiresAndIsForgottenLater() {
        RegistrationReceipt receipt = ask("lin.tao");
        be(Role.ADMINISTRATOR);
        at(NOON.plus(LIFE));
        refused("registration-decided", () -> approve(receipt.id(), null, Role.CONSUMER));
        assertThat(text("select password_hash from registration")).isNotNull();

        commit(registrations::expire);

        assertThat(state(receipt).state()).isEqualTo(RegistrationState.EXPIRED);
        assertThat(text("select password_hash from registration")).isNull();
        assertThat(registrations.list(RegistrationState.EXPIRED, PAGE).total()).isOne();
        at(NOON.plus(LIFE).plus(Duration.ofDays(91)));
        commit(registrations::expire);
        refused("registration-unknown", () -> state(receipt));
    }

    @Test
    void onlyTheSecretShowsTheState() {
        RegistrationReceipt receipt = ask("lin.tao");

        refused("registration-unknown", () -> registrations.state(receipt.id(), "another"));
        refused("registration-unknown", () -> registrations.state(receipt.id(), null));
        refused("registration-unknown", () -> registrations.state(UUID.randomUUID(), receipt.secret()));
        assertThat(receipt).hasToString("RegistrationReceipt[" + receipt.id() + "]");
    }

    @Test
    void fewComeFromOneAddressInAnHour() {
        for (int i = 0; i < 3; i++) {
            refused("password-short", () -> desk.ask(new NewRegistration("x", "short", "Bureau", null, null)));
        }
        refused("registration-throttled", () -> ask("lin.tao"));
        from("192.0.2.8");
        ask("lin.tao");
        from("192.0.2.7");
        at(NOON.plus(Duration.ofHours(1)));

        assertThat(ask("lin.tao").secret()).hasSize(43);
    }

    @Test
    void fewWaitForADecision() {
        RegistrationReceipt first = ask("first");
        from("192.0.2.8");
        ask("second");
        ask("third");
        from("192.0.2.9");
        refused("registrations-full", () -> ask("fourth"));
        be(Role.ADMINISTRATOR);
        commit(() -> registrations.refuse(first.id(), "Makes room."));

        assertThat(ask("fourth").secret()).isNotEqualTo(first.secret());
    }

    @Test
    void oneNetworkLeavesRoomForOthers() {
        RegistrationReceipt first = ask("first");
        ask("second");
        refused("registrations-full", () -> ask("third"));
        from("192.0.2.8");
        ask("other");
        be(Role.ADMINISTRATOR);

        commit(() -> registrations.refuse(first.id(), "Makes room."));

        assertThat(text("select network from registration where username = 'first'"))
                .isNull();
        assertThat(text("select network from registration where username = 'second'"))
                .isEqualTo("192.0.2.7");
    }

    @Test
    void nothingIsHashedWhileThereIsNoRoom() {
        ask("first");
        ask("second");

        refused("registrations-full", () -> desk.ask(new NewRegistration("x", "short", "Bureau", null, null)));
    }

    @Test
    void anOperatorDecidesWhatNamesItsOrganisationAndOpensDevicesOnly() {
        RegistrationReceipt own = ask("camera", "\u3000ｗater BUREAU ");
        RegistrationReceipt foreign = ask("other", "Elsewhere");
        be(Role.OPERATOR);

        assertThat(registrations.list(null, PAGE).content())
                .extracting(RegistrationView::id)
                .containsExactly(own.id());
        refused("registration-unknown", () -> registrations.get(foreign.id()));
        refused("registration-unknown", () -> commit(() -> registrations.refuse(foreign.id(), "Not mine.")));
        refused("role-missing", () -> approve(own.id(), null, Role.CONSUMER));
        refused("member-missing", () -> approve(own.id(), null, Role.DEVICE));
        refused("member-missing", () -> approveDevice(own.id(), null, "", Role.DEVICE));
        assertThat(approveDevice(own.id(), null, "110108010050", Role.DEVICE).state())
                .isEqualTo(RegistrationState.APPROVED);
        assertThat(text("select compute_code from account where username = 'camera'"))
                .isEqualTo("110108010050");
        be(Role.AUDITOR);
        refused("role-missing", () -> registrations.list(null, PAGE));
        refused("role-missing", () -> registrations.get(own.id()));
    }

    @Test
    void theOldestComesFirst() {
        ask("first");
        at(NOON.plusSeconds(1));
        ask("second");
        be(Role.ADMINISTRATOR);

        assertThat(registrations.list(RegistrationState.PENDING, PAGE).content())
                .extracting(RegistrationView::username)
                .containsExactly("first", "second");
        assertThat(registrations.list(RegistrationState.REFUSED, PAGE).content())
                .isEmpty();
    }

    private RegistrationReceipt ask(String username) {
        return ask(username, AccountsForTests.ORGANISATION);
    }

    private RegistrationReceipt ask(String username, String organisation) {
        return sessions.commit(
                () -> desk.ask(new NewRegistration(username, "a long password", organisation, null, null)));
    }

    private RegistrationView approve(UUID id, String username, Role... roles) {
        return approveDevice(id, username, null, roles);
    }

    private RegistrationView approveDevice(UUID id, String username, String code, Role... roles) {
        return sessions.commit(() -> registrations.approve(
                id, new RegistrationApproval(accounts.organisation(), Set.of(roles), username, code)));
    }

    private RegistrationStateView state(RegistrationReceipt receipt) {
        return registrations.state(receipt.id(), receipt.secret());
    }

    private static RegistrationStateView pending(String username) {
        return new RegistrationStateView(RegistrationState.PENDING, username, NOON.plus(LIFE), null);
    }

    private static void refused(String code, ThrowingCallable story) {
        assertThatThrownBy(story)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void commit(Runnable story) {
        sessions.commit(story);
    }

    private String text(String sql) {
        return sessions.current().createNativeQuery(sql, String.class).getSingleResultOrNull();
    }

    private void from(String address) {
        origin.set(address, false);
    }

    private void be(Role role) {
        current.set(new Caller(UUID.randomUUID(), "decider", accounts.organisation(), Set.of(role), null));
    }

    private void at(Instant now) {
        clock.set(now);
    }
}
