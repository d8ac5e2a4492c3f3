package org.computility.trading.controlled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.computility.identity.Role;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NoSettings;
import org.computility.trading.MarketForTests;
import org.computility.trading.contract.SettlementView;
import org.computility.trading.contract.TradesForTests;
import org.computility.trading.controlled.NewPolicy.NewUser;
import org.computility.trading.licences.LicenceView;
import org.computility.trading.registration.ControlledForTests;
import org.computility.trading.retention.TracesForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlledUseTest {

    private static final Path FOLDER = Path.of("target", "market-keys");
    private static final Instant NOW = Instant.now();
    private static final List<NewUser> BUYER = List.of(new NewUser("buyer", "buyer", false));
    private static final NewScene TRAINING = scene(null, null, null);

    private final MarketForTests market = new MarketForTests();
    private final TradesForTests trades = new TradesForTests(market, FOLDER);
    private final PolicyMaking policies = new PolicyMaking();
    private final ControlledUse uses = new ControlledUse();
    private final UUID buyers = market.organisation();
    private LicenceView licence;

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void assemble() {
        PolicyKeeping keeping = new PolicyKeeping();
        keeping.policies = new UsagePolicies_(market.sessions.current());
        keeping.demands = trades.demands;
        keeping.clock = Clock.systemUTC();
        policies.check = trades.licences.check;
        policies.trades = trades.trades;
        policies.keeping = keeping;
        policies.accounts = new PolicyUsers();
        policies.accounts.accounts = market.accounts();
        policies.accounts.organisations = market.organisations();
        policies.caller = market.caller;
        uses.policies = keeping.policies;
        uses.counting = new UseCounting();
        uses.counting.policies = keeping.policies;
        uses.licences = trades.licences.check;
        uses.accounts = policies.accounts;
        uses.caller = market.caller;
        uses.clock = Clock.systemUTC();
        market.open("space", market.organisation(), Role.PLATFORM);
        market.open("stranger", market.organisation(), Role.PROVIDER, Role.CONSUMER);
        market.open("buyer", buyers, Role.CONSUMER);
        market.open("colleague", buyers, Role.CONSUMER);
        market.be("space");
        market.sessions.commit(() -> ControlledForTests.over(market).publish(ControlledForTests.of("d1", null)));
        SettlementView given = trades.given("buyer", "CONTROLLED", "d1");
        assertThat(given.privateKey()).isNull();
        licence = given.licences();
        assertThat(licence.registrationId()).isEqualTo("CONTROLLED");
        assertThat(licence.licensor()).isEqualTo("SPACE");
        market.be("space");
    }

    @Test
    void ofAThousandUsesAtOnceExactlyAHundredAreAllowed() throws Exception {
        String policy = policy("p", BUYER, null, null, scene(100, null, null));
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Boolean>> asks = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            asks.add(() -> isAllowed(policy));
        }

        int allowed = 0;
        for (Future<Boolean> ask : threads.invokeAll(asks)) {
            allowed += ask.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(allowed).isEqualTo(100);
        assertThat(used()).isEqualTo(100);
        refused("policy-refused", "counts", () -> use(policy, plain("buyer")));
    }

    @Test
    void aRenewedLicenceIsUsedByThePolicyOfTheOld() {
        String policy = policy("p", BUYER, null, null, scene(100, null, null));

        LicenceView renewed = market.sessions.commit(() -> trades.licences.renewal.renew("SPACE", "d1"));

        assertThat(trades.licences.check.faults(licence)).contains("licence-replaced");
        assertThat(trades.licences.check.faults(renewed)).isEmpty();
        assertThat(isAllowed(policy)).isTrue();
        market.be("stranger");
        refused("licence-unknown", "dataId", () -> trades.licences.renewal.renew("SPACE", "d1"));
    }

    @Test
    void anOldUseIsForgottenAndStaysCounted() {
        String policy = policy("p", BUYER, null, null, scene(2, null, null));
        use(policy, plain("buyer"));

        TracesForTests.purgeAfter(market.sessions, Clock.systemUTC(), 399);
        assertThat(used()).isEqualTo(1);
        TracesForTests.purgeAfter(market.sessions, Clock.systemUTC(), 401);

        assertThat(used()).isZero();
        assertThat(use(policy, plain("buyer")).remainingCounts()).isZero();
    }

    /** Else 40 uses at once hold all connections, and wait for more. */
    @Test
    void noTransactionIsOpenWhileLicencesAndAccountsAreAsked() {
        assertThat(ControlledUse.class.getAnnotation(TransactionAttribute.class))
                .isNotNull()
                .returns(TransactionAttributeType.NOT_SUPPORTED, TransactionAttribute::value);
    }

    @Test
    void eachClauseRefusesWhatItDoesNotAllowAndIsNamed() {
        NewScene strict = new NewScene(
                "training",
                null,
                null,
                List.of("11", "310000"),
                List.of("Ascend 910B"),
                List.of("Ubuntu"),
                List.of("PyTorch", "MindSpore"),
                List.of("11010801"));
        String policy = policy("p", BUYER, null, null, strict);
        NewUse good = new NewUse("buyer", "training", "110108", "ascend 910b", "Ubuntu", "PyTorch", "11010801");

        assertThat(use(policy, good).remainingCounts()).isNull();
        refused("policy-refused", "visitArea", () -> use(policy, with(good, "310100", "Ubuntu", "PyTorch")));
        refused("policy-refused", "visitArea", () -> use(policy, with(good, null, "Ubuntu", "PyTorch")));
        refused("policy-refused", "envSoft", () -> use(policy, with(good, "110108", "CentOS", "PyTorch")));
        refused("policy-refused", "aiFrame", () -> use(policy, with(good, "110108", "Ubuntu", "TensorFlow")));
        refused(
                "policy-refused",
                "envHard",
                () -> use(policy, new NewUse("buyer", "training", "11", "H100", "Ubuntu", "PyTorch", "11010801")));
        refused(
                "policy-refused",
                "cpCenter",
                () -> use(
                        policy, new NewUse("buyer", "training", "11", "Ascend 910B", "Ubuntu", "PyTorch", "31010801")));
        refused(
                "policy-refused",
                "useScenes",
                () -> use(policy, new NewUse("buyer", "resale", "11", "Ascend 910B", "Ubuntu", "PyTorch", "11010801")));
    }

    @Test
    void usersGroupsAndDatesAreEnforced() {
        String users = policy("users", BUYER, null, null, TRAINING);
        String groups =
                policy("groups", List.of(new NewUser(buyers.toString(), "o " + buyers, true)), null, null, TRAINING);
        String later = policy("later", BUYER, NOW.plus(Duration.ofDays(1)), null, TRAINING);
        String over = policy("over", BUYER, NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)), TRAINING);

        assertThat(use(users, plain("buyer")).scene()).isEqualTo("training");
        refused("policy-refused", "relUsers", () -> use(users, plain("colleague")));
        refused("policy-refused", "relUsers", () -> use(users, plain("nobody")));
        assertThat(use(groups, plain("colleague")).useId()).isNotNull();
        refused("policy-refused", "relUsers", () -> use(groups, plain("stranger")));
        refused("policy-refused", "startDate", () -> use(later, plain("buyer")));
        refused("policy-refused", "endDate", () -> use(over, plain("buyer")));
        assertThat(make("later", BUYER, NOW.plus(Duration.ofDays(1)), null, TRAINING)
                        .status())
                .isZero();
        assertThat(make("over", BUYER, NOW.minus(Duration.ofDays(2)), NOW.minus(Duration.ofDays(1)), TRAINING)
                        .status())
                .isEqualTo(2);
    }

    @Test
    void aPolicyIsMadeOnceByItsDataSpaceForTheLicenseesPeople() {
        PolicyView made = make("p", BUYER, null, null, TRAINING);

        assertThat(make("p", BUYER, null, null, TRAINING)).isEqualTo(made);
        assertThat(made.status()).isEqualTo(1);
        refused("policy-exists", "policyName", () -> make("p", BUYER, null, null, scene(5, null, null)));
        refused(
                "policy-user-unknown",
                "relUsers",
                () -> make("q", List.of(new NewUser("stranger", "x", false)), null, null, TRAINING));
        refused(
                "policy-user-unknown",
                "relUsers",
                () -> make("q", List.of(new NewUser(UUID.randomUUID().toString(), "x", true)), null, null, TRAINING));
        refused("period-reversed", "endDate", () -> make("q", BUYER, NOW, NOW.minusSeconds(5), TRAINING));
        market.be("stranger");
        refused("licence-foreign", "licenses", () -> make("q", BUYER, null, null, TRAINING));
        refused("policy-unknown", "policyId", () -> use(made.policyId(), plain("buyer")));
        market.be("buyer");
        refused("role-missing", null, () -> make("q", BUYER, null, null, TRAINING));
    }

    @Test
    void aNameIsThatOfItsAccountOrOrganisation() {
        String id = market.accounts().named("buyer").orElseThrow().id().toString();

        assertThat(policy("p", List.of(new NewUser(id, "Buyer", false)), null, null, TRAINING))
                .isNotNull();
        for (NewUser misnamed : List.of(
                new NewUser("buyer", "colleague", false),
                new NewUser(id, "colleague", false),
                new NewUser(buyers.toString(), "buyer", true))) {
            refused("member-invalid", "userName", () -> make("q", List.of(misnamed), null, null, TRAINING));
        }
    }

    @Test
    void whatRemainsIsCountedFromWhereThePolicySays() {
        String policy = policy("p", BUYER, null, null, scene(10, 2, null));

        assertThat(use(policy, plain("buyer")).remainingCounts()).isEqualTo(1);
        assertThat(use(policy, plain("buyer")).remainingCounts()).isZero();
        refused("policy-refused", "counts", () -> use(policy, plain("buyer")));
    }

    @Test
    void withoutARunningLicenceNothingIsUsed() {
        String policy = policy("p", BUYER, null, null, TRAINING);

        trades.licences.at(Clock.offset(Clock.systemUTC(), Duration.ofDays(367)));
        refused("licence-expired", "licenses", () -> use(policy, plain("buyer")));
    }

    private boolean isAllowed(String policy) {
        market.be("space");
        try {
            use(policy, plain("buyer"));
            return true;
        } catch (BusinessFailure e) {
            assertThat(e.code()).isEqualTo("policy-refused");
            return false;
        }
    }

    private long used() {
        return market.sessions
                .current()
                .createNativeQuery("select count(*) from usage_use", Long.class)
                .getSingleResult();
    }

    private static NewScene scene(Integer counts, Integer remaining, List<String> areas) {
        return new NewScene("training", counts, remaining, areas, null, null, null, null);
    }

    private static NewUse plain(String user) {
        return new NewUse(user, "training", null, null, null, null, null);
    }

    private static NewUse with(NewUse use, String area, String software, String framework) {
        return new NewUse(use.userId(), use.scene(), area, use.hardware(), software, framework, use.center());
    }

    private String policy(String name, List<NewUser> users, Instant from, Instant until, NewScene scene) {
        return make(name, users, from, until, scene).policyId();
    }

    private PolicyView make(String name, List<NewUser> users, Instant from, Instant until, NewScene scene) {
        NewPolicy wanted = new NewPolicy("d1", name, users, from, until, List.of(scene));
        return market.sessions.commit(() -> policies.make(licence, wanted));
    }

    private UseView use(String policy, NewUse use) {
        return market.sessions.commit(() -> uses.use(policy, use));
    }

    private static void refused(String code, String member, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOfSatisfying(BusinessFailure.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.member(name -> name)).isEqualTo(member);
        });
    }
}
