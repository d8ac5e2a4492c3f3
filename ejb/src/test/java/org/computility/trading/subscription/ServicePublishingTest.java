package org.computility.trading.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.computility.settlement.prices.UsageUnit;
import org.computility.shared.BusinessFailure;
import org.computility.shared.NoSettings;
import org.computility.shared.PageRequest;
import org.computility.trading.subscription.billing.BillingMethod;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServicePublishingTest {

    private static final String ADDRESS = "http://127.0.0.1:9/chat";
    private static final int MANY = 16;

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final BillingMethod method = SubscriptionsForTests.byCall("0.50", null);

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @Test
    void theSameOnceMoreIsTheSamePublicationAndOtherTermsAreAnother() {
        String first = all.published("m", ADDRESS, method);

        assertThat(all.published("m", ADDRESS, SubscriptionsForTests.byCall("0.5", null)))
                .isEqualTo(first);
        assertThat(all.published("m", ADDRESS, SubscriptionsForTests.byCall("0.6", null)))
                .isNotEqualTo(first);
        assertThat(all.published("m", ADDRESS + "2", method)).isNotEqualTo(first);
        assertThat(all.publishing
                        .offers(new PublicationSearch(ServiceKind.MODEL, "m", true), new PageRequest(1, 10, List.of()))
                        .total())
                .isEqualTo(3);
    }

    @Test
    void oneOrganisationSellsAModelUntilItTakesItOut() {
        String first = all.published("m", ADDRESS, method);
        NewPublication copy = new NewPublication(ServiceKind.MODEL, "other", "m", "METERED", method, ADDRESS);
        all.market.be("other");
        refused("service-foreign", () -> all.market.sessions.commit(() -> all.publishing.publish(copy)));
        refused("publication-unknown", () -> withdraw(first));

        all.market.be("seller");
        withdraw(first);
        withdraw(first);

        all.market.be("other");
        assertThat(all.market.sessions.commit(() -> all.publishing.publish(copy)))
                .isNotNull();
        refused("publication-unknown", () -> all.publishing.offer(first));
        refused("publication-withdrawn", () -> all.subscribed(first, BillingMethod.of(UsageUnit.CALL)));
    }

    @Test
    void manyWhoPublishTheSameAtOnceGetOnePublication() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<Callable<String>> tries = IntStream.range(0, MANY)
                    .<Callable<String>>mapToObj(i -> () -> all.published("m", ADDRESS, method))
                    .toList();

            List<String> numbers = threads.invokeAll(tries).stream()
                    .map(ServicePublishingTest::result)
                    .distinct()
                    .toList();

            assertThat(numbers).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theCredentialIsForTheServiceAlone() {
        String publishId = all.published("m", ADDRESS, method);
        SubscriptionView order = all.subscribed(publishId, method);
        refused("role-missing", () -> authorise(publishId, "Bearer x"));
        all.market.be("seller");
        authorise(publishId, "Bearer x");

        assertThat(all.publishing.offer(publishId).authorised()).isTrue();
        all.market.be("buyer");
        assertThat(all.publishing.offer(publishId).authorised()).isNull();
        SubscribedService service = all.subscriptions.licensed(ServiceKind.MODEL, ADDRESS, order.licenses());
        assertThat(service.credential()).isEqualTo("Bearer x");
        assertThat(service.toString()).doesNotContain("Bearer");
        all.market.be("seller");
        authorise(publishId, null);
        assertThat(all.publishing.offer(publishId).authorised()).isFalse();
    }

    @Test
    void thePartiesSeeASubscriptionAndOnlyTheSubscriberItsLicence() {
        SubscriptionView order = all.subscribed(all.published("m", ADDRESS, method), method);
        String id = order.orderId().toString();

        assertThat(all.subscribing.subscription(id)).isEqualTo(order);
        all.market.be("seller");
        assertThat(all.subscribing.subscription(id).licenses()).isNull();
        assertThat(all.subscribing
                        .subscriptions(order.publishId(), new PageRequest(1, 10, List.of()))
                        .content())
                .singleElement()
                .satisfies(found -> assertThat(found.subscriber()).isEqualTo("buyer"));
        all.market.be("other");
        refused("order-unknown", () -> all.subscribing.subscription(id));
        refused(
                "order-unknown",
                () -> all.subscribing.subscription(UUID.randomUUID().toString()));
        refused("order-unknown", () -> all.subscriptions.order(ServiceKind.APPLICATION, id));
    }

    private void withdraw(String publishId) {
        all.market.sessions.commit(() -> all.publishing.withdraw(publishId));
    }

    private void authorise(String publishId, String credential) {
        all.market.sessions.commit(() -> all.publishing.authorise(publishId, credential));
    }

    private static String result(Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        BusinessFailure.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
