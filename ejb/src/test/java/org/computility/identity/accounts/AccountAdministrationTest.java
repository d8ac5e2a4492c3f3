package org.computility.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.computility.identity.AccountChanged;
import org.computility.identity.Caller;
import org.computility.identity.CurrentCaller;
import org.computility.identity.Role;
import org.computility.identity.passwords.PasswordsForTests;
import org.computility.identity.tokens.TokensForTests;
import org.computility.shared.Conflict;
import org.computility.shared.Denied;
import org.computility.shared.FiredEvents;
import org.computility.shared.NotFound;
import org.computility.shared.PageRequest;
import org.computility.shared.Rejected;
import org.computility.shared.database.TestDatabase;
import org.computility.shared.database.TestSessions;
import org.computility.shared.keys.Hashes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountAdministrationTest {

    private static final PageRequest PAGE = new PageRequest(1, 20, List.of());
    private static final AccountQuery ANY = new AccountQuery(null, null, null, null);

    private final TestSessions sessions = new TestSessions(TestDatabase.fresh());
    private final AccountAdministration accounts = new AccountAdministration();
    private final OrganisationAdministration organisations = new OrganisationAdministration();
    private final FiredEvents<AccountChanged> changes = new FiredEvents<>();
    private UUID bureau;
    private UUID admin;

    @BeforeEach
    void assemble() {
        CurrentCaller current = new CurrentCaller();
        accounts.accounts = new Accounts_(sessions.current());
        accounts.organisations = new Organisations_(sessions.current());
        accounts.caller = current;
        accounts.passwords = PasswordsForTests.newPasswords();
        accounts.tokens = TokensForTests.over(sessions.current());
        accounts.changes = changes;
        accounts.clock = Clock.systemUTC();
        organisations.organisations = accounts.organisations;
        organisations.caller = current;
        organisations.clock = Clock.systemUTC();
        be(Role.ADMINISTRATOR, UUID.randomUUID());
        bureau = committed(() -> organisations.found("Water Bureau")).id();
        admin = open("admin", bureau, Role.ADMINISTRATOR).id();
    }

    @Test
    void aNameIsTakenInWhateverCase() {
        open("gate-7", bureau, Role.OPERATOR);

        assertThatThrownBy(() -> open("GATE-7", bureau, Role.OPERATOR))
                .isInstanceOfSatisfying(
                        Conflict.class, refusal -> assertThat(refusal.code()).isEqualTo("account-exists"));
        assertThatThrownBy(() -> committed(() -> organisations.found("WATER bureau")))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void anAccountNeedsAnOrganisationAndAPasswordOfEightCharacters() {
        assertThatThrownBy(() -> open("x", UUID.randomUUID(), Role.OPERATOR)).isInstanceOf(Rejected.class);
        assertThatThrownBy(() -> committed(
                        () -> accounts.open(new NewAccount("x", "short77", bureau, Set.of(Role.OPERATOR), null))))
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("password");
    }

    @Test
    void filtersNarrowTheList() {
        open("camera_1", bureau, Role.DEVICE);
        open("camerab1", bureau, Role.DEVICE, Role.AUDITOR);
        UUID operator = open("someone", bureau, Role.OPERATOR).id();
        committed(() -> accounts.change(operator, new AccountChange(null, null, null, null, false)));

        assertThat(names(ANY)).containsExactly("admin", "camera_1", "camerab1", "someone");
        assertThat(names(new AccountQuery("CAMERA", null, null, null))).containsExactly("camera_1", "camerab1");
        assertThat(names(new AccountQuery("a_1", null, null, null))).containsExactly("camera_1");
        assertThat(names(new AccountQuery(null, bureau, Role.AUDITOR, null))).containsExactly("camerab1");
        assertThat(names(new AccountQuery(null, null, null, false))).containsExactly("someone");
        assertThat(names(new AccountQuery(null, UUID.randomUUID(), null, null))).isEmpty();
        assertThat(accounts.list(ANY, new PageRequest(2, 3, List.of())).total()).isEqualTo(4);
        assertThat(accounts.list(ANY, new PageRequest(2, 3, List.of())).content())
                .hasSize(1);
        assertThat(accounts.list(ANY, new PageRequest(Integer.MAX_VALUE, 1000, List.of()))
                        .content())
                .isEmpty();
    }

    /** Else their bearers would be told that they were never issued (T/AI 123.8 annex B: 0103, not 0101). */
    @Test
    void theTokensOfADisabledAccountEndWhenItIsEnabledAgain() {
        UUID someone = open("someone", bureau, Role.OPERATOR).id();
        byte[] token = Hashes.sha256(
                committed(() -> accounts.tokens.issue(someone, null)).token());

        committed(() -> accounts.change(someone, new AccountChange("a new password", null, null, null, false)));
        assertThat(accounts.tokens.find(token))
                .hasValueSatisfying(found -> assertThat(found.enabled()).isFalse());
        assertThat(changes.news()).contains(new AccountChanged(someone));

        committed(() -> accounts.change(someone, new AccountChange(null, null, null, null, true)));
        assertThat(accounts.tokens.find(token)).isEmpty();
    }

    @Test
    void theLastAdministratorStays() {
        for (AccountChange change : List.of(
                new AccountChange(null, null, null, null, false),
                new AccountChange(null, null, Set.of(Role.OPERATOR), null, null))) {
            assertThatThrownBy(() -> committed(() -> accounts.change(admin, change)))
                    .isInstanceOfSatisfying(
                            Conflict.class,
                            refusal -> assertThat(refusal.code()).isEqualTo("last-administrator"));
        }
        open("second", bureau, Role.ADMINISTRATOR);

        assertThat(committed(() -> accounts.change(admin, new AccountChange(null, null, null, null, false)))
                        .enabled())
                .isFalse();
    }

    @Test
    void anOperatorManagesTheDevicesOfItsOrganisationOnly() {
        UUID elsewhere = committed(() -> organisations.found("Elsewhere")).id();
        UUID foreign = open("foreign-camera", elsewhere, Role.DEVICE).id();
        be(Role.OPERATOR, bureau);

        UUID own = open("camera", bureau, Role.DEVICE).id();

        assertThat(names(ANY)).containsExactly("camera");
        assertThat(accounts.get(own).username()).isEqualTo("camera");
        assertThatThrownBy(() -> accounts.get(foreign)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> accounts.get(admin)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> open("x", elsewhere, Role.DEVICE)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> open("x", bureau, Role.ADMINISTRATOR)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> committed(() -> accounts.change(
                        own, new AccountChange(null, null, Set.of(Role.DEVICE, Role.ADMINISTRATOR), null, null))))
                .isInstanceOf(Denied.class);
        assertThatThrownBy(() -> organisations.found("mine")).isInstanceOf(Denied.class);
        assertThat(organisations.list(null, PAGE).content())
                .extracting(OrganisationView::id)
                .containsExactly(bureau);
        assertThatThrownBy(() -> organisations.get(elsewhere)).isInstanceOf(NotFound.class);
    }

    @Test
    void otherRolesManageNoAccounts() {
        be(Role.AUDITOR, bureau);

        assertThatThrownBy(() -> accounts.list(ANY, PAGE)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> accounts.get(admin)).isInstanceOf(Denied.class);
        assertThatThrownBy(() -> open("x", bureau, Role.DEVICE)).isInstanceOf(Denied.class);
    }

    private AccountView open(String username, UUID organisation, Role... roles) {
        return committed(
                () -> accounts.open(new NewAccount(username, "a long password", organisation, Set.of(roles), null)));
    }

    private List<String> names(AccountQuery query) {
        return accounts.list(query, PAGE).content().stream()
                .map(AccountView::username)
                .toList();
    }

    private void be(Role role, UUID organisation) {
        accounts.caller.set(new Caller(UUID.randomUUID(), "caller", organisation, Set.of(role), null));
    }

    private <T> T committed(Supplier<T> story) {
        return sessions.commit(story);
    }
}
