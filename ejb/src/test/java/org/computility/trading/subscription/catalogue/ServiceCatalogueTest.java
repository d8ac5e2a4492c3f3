package org.computility.trading.subscription.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.computility.shared.Denied;
import org.computility.shared.NoSettings;
import org.computility.shared.NotFound;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.trading.subscription.ServiceKind;
import org.computility.trading.subscription.SubscriptionsForTests;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceCatalogueTest {

    private static final PageRequest PAGE = new PageRequest(1, 20, List.of());
    private static final String ADDRESS = "http://127.0.0.1:9/chat";

    private final SubscriptionsForTests all = new SubscriptionsForTests();
    private final ServiceCatalogue catalogue = new ServiceCatalogue();
    private String flood;
    private String gates;

    @BeforeAll
    static void useTheDefaults() {
        NoSettings.use();
    }

    @BeforeEach
    void publishTwo() {
        catalogue.descriptions = new ServiceDescriptions_(all.market.sessions.current());
        catalogue.publishing = all.publishing;
        catalogue.terms = all.terms;
        catalogue.caller = all.market.caller;
        flood = publish("flood-model-7b");
        all.later(Duration.ofSeconds(1));
        gates = publish("gate-model");
    }

    @Test
    void whatIsNotDescribedIsFoundByItsNumber() {
        all.market.be("buyer");

        assertThat(ids(null, null)).containsExactly(gates, flood);
        assertThat(ids("FLOOD", null)).containsExactly(flood);
        assertThat(ids("model", null)).containsExactly(gates, flood);
        assertThat(ids("nothing", null)).isEmpty();
        assertThat(page(null, null, ServiceKind.APPLICATION).total()).isZero();
    }

    @Test
    void whatIsDescribedIsFoundByAllWordsThatAreAskedForAndByCategory() {
        describe(flood, new NewDescription("洪水预报", "Levels of the next day", List.of("水利"), List.of("flood", "雨")));
        describe(gates, new NewDescription("Gates", null, List.of("交通"), List.of("flood")));
        all.market.be("buyer");

        assertThat(ids("洪水", null)).containsExactly(flood);
        assertThat(ids("flood levels", null)).containsExactly(flood);
        assertThat(ids("flood", null)).containsExactly(gates, flood);
        assertThat(ids("flood", "水利")).containsExactly(flood);
        assertThat(ids("雨", null)).containsExactly(flood);
        assertThat(ids(null, "交通")).containsExactly(gates);
        assertThat(page("洪水", null, ServiceKind.MODEL).content())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.title()).isEqualTo("洪水预报");
                    assertThat(found.categories()).containsExactly("水利");
                    assertThat(found.price()).isEqualByComparingTo("0.50");
                });
        assertThat(page(null, null, ServiceKind.MODEL).total()).isEqualTo(2);
        assertThat(page("flood", null, ServiceKind.MODEL).total()).isEqualTo(2);
    }

    @Test
    void aSingleCharacterBesideAWordCounts() {
        describe(flood, new NewDescription("Yolo 5 for gates", "识别 雨", List.of("水利"), List.of("detector")));
        describe(gates, new NewDescription("Yolo 8b", "15 gates, 雷雨", List.of("水利"), List.of("5 stars")));
        all.market.be("buyer");

        assertThat(ids("yolo", null)).containsExactly(gates, flood);
        assertThat(ids("yolo ５", null)).containsExactly(gates, flood);
        assertThat(ids("yolo 8", null)).isEmpty();
        assertThat(ids("yolo 1", null)).isEmpty();
        assertThat(ids("yolo 雨", null)).containsExactly(gates, flood);
        assertThat(ids("yolo雷", null)).containsExactly(gates);
        assertThat(ids("yolo b", null)).isEmpty();
        assertThat(page("yolo 雷", null, ServiceKind.MODEL).total()).isOne();
    }

    @Test
    void whatIsSaidTakesThePlaceOfWhatWasSaid() {
        describe(flood, new NewDescription("Floods", null, null, List.of("dam")));
        describe(flood, new NewDescription("Floods", null, null, List.of("river")));
        all.market.be("buyer");

        assertThat(ids("dam", null)).isEmpty();
        assertThat(ids("river", null)).containsExactly(flood);
    }

    @Test
    void whatLeftTheMarketIsNotFound() {
        all.market.be("seller");
        all.market.sessions.commit(() -> all.publishing.withdraw(flood));
        all.market.be("buyer");

        assertThat(ids(null, null)).containsExactly(gates);
        assertThat(ids("flood", null)).isEmpty();
    }

    @Test
    void onlyWhoPublishesDescribes() {
        all.market.be("other");
        NewDescription said = new NewDescription("Mine", null, null, null);

        assertThatThrownBy(() -> describeNow(flood, said)).isInstanceOf(NotFound.class);
        all.market.be("buyer");
        assertThatThrownBy(() -> describeNow(flood, said)).isInstanceOf(Denied.class);
    }

    private String publish(String model) {
        String id = all.published(model, ADDRESS, SubscriptionsForTests.byCall("0.50", null));
        ServiceEntrance entrance = new ServiceEntrance();
        entrance.descriptions = catalogue.descriptions;
        all.market.sessions.commit(
                () -> entrance.enter(all.entered.news().get(all.entered.news().size() - 1)));
        return id;
    }

    private void describe(String publishId, NewDescription said) {
        all.market.be("seller");
        describeNow(publishId, said);
    }

    private void describeNow(String publishId, NewDescription said) {
        all.market.sessions.commit(() -> catalogue.describe(publishId, said));
    }

    private List<String> ids(String text, String category) {
        return page(text, category, ServiceKind.MODEL).content().stream()
                .map(OfferedServiceView::publishId)
                .map(UUID::toString)
                .toList();
    }

    private Page<OfferedServiceView> page(String text, String category, ServiceKind kind) {
        return catalogue.page(new ServiceSearch(kind, text, category), PAGE);
    }
}
