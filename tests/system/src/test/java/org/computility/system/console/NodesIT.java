package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.computility.server.Database;
import org.computility.system.FakeNode;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@InTurn(place = 1)
@OnTheServer
@ExtendWith(NeedsBrowser.class)
class NodesIT {

    private static final By ONLINE = By.cssSelector(".badge[data-state=ONLINE]");
    private static final By OFFLINE = By.cssSelector(".badge[data-state=OFFLINE]");
    private static final By MORE = By.xpath("//button[contains(@id, ':more')]");
    private static final By LESS = By.xpath("//button[contains(@id, ':less')]");
    private static final By UNLOAD = By.xpath("//button[contains(@id, ':unload')]");

    private final Platform platform;
    private Workshop workshop;
    private FakeNode node;
    private Person operator;
    private Browser browser;

    NodesIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void open() {
        workshop = new Workshop(platform, 4);
        node = workshop.node();
        node.tell(figures());
        operator = new Person(platform, workshop.account());
        browser = operator.browser();
    }

    @AfterEach
    void close() {
        operator.close();
        workshop.close();
    }

    @Test
    void aNodeIsShownWithItsLoadItsCardsAndItsServices() {
        workshop.load(1);
        operator.loginAndVisit("compute/nodes.xhtml");

        browser.see(ONLINE);
        browser.until(any -> browser.text().contains("35%"));
        assertThat(browser.text()).contains(node.code(), "Center analysis platform", "1 node", "2 × NVIDIA-T4", "50%");
        browser.photograph("nodes");
        operator.choose("中文");
        browser.see(By.xpath("//h1[text()='算力节点']"));
        assertThat(browser.text()).contains("在线", "中心解析平台", "共 1 个节点");
        browser.photograph("nodes-chinese");
        browser.hasNoComplaints();
    }

    @Test
    void nodesOfOtherOrganisationsAreNotShown() {
        try (Person stranger = Person.operator(platform)) {
            stranger.loginAndVisit("compute/nodes.xhtml");
            stranger.browser().until(any -> stranger.browser().text().contains("No nodes yet"));
            stranger.browser().photograph("nodes-empty");

            stranger.browser().visit("compute/node.xhtml?code=" + node.code());

            stranger.browser().see(By.cssSelector(".refused"));
        }
    }

    @Test
    void theListIsNarrowedByCodeAndState() {
        FakeNode other = workshop.addNode();
        operator.loginAndVisit("compute/nodes.xhtml");
        browser.until(any -> browser.text().contains("2 nodes"));

        browser.see(By.id("nodes:code")).sendKeys(other.code().substring(14));

        browser.until(
                any -> browser.text().contains("1 node\n") && !browser.text().contains(node.code()));
        assertThat(browser.text()).contains(other.code());
    }

    @Test
    void aNodeThatRegistersAppearsOnAnOpenPage() {
        operator.loginAndVisit("compute/nodes.xhtml");
        browser.until(any -> browser.text().contains("1 node"));

        FakeNode other = workshop.addNode();

        browser.until(any -> browser.text().contains(other.code()));
        browser.hasNoComplaints();
    }

    @Test
    @DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "needs the database")
    void aNodeThatFallsSilentIsShownSoWithoutAReload(ServerUnderTest server) {
        operator.loginAndVisit("compute/nodes.xhtml");
        browser.see(ONLINE);
        browser.until(any -> browser.text().contains("35%"));
        browser.run("document.querySelector('.ui-datatable tbody tr').dataset.seen = 'yes'");

        node.vanish();
        // Again and again: what was heard of the node before may be written yet.
        browser.until(any -> {
            letTimePass(server.database());
            return browser.shows(OFFLINE) && !browser.text().contains("35%");
        });
        assertThat(browser.shows(By.cssSelector("tr[data-seen=yes]"))).isTrue();
        assertThat(browser.see(By.cssSelector("tr[data-seen=yes]")).getText()).contains("Offline");
        assertThat(browser.announcement()).contains(node.code()).contains("Offline");
        browser.photograph("nodes-offline");

        node.comeBack();

        browser.see(ONLINE);
        assertThat(browser.shows(By.cssSelector("tr[data-seen=yes]"))).isTrue();
        browser.hasNoComplaints();
    }

    @Test
    void thePageOfANodeShowsMachinesCardsAndServicesLive() {
        String service = workshop.load(2);
        operator.loginAndVisit("compute/nodes.xhtml");
        browser.click(By.linkText(node.code()));
        browser.seeTitle("Node " + node.code());
        // Nobody asked the node before; the page is drawn with its machines once it was asked.
        browser.until(any -> browser.text().contains("box-1"));
        assertThat(browser.text()).contains("64 × x86", "NVIDIA-T4", "45.3 / 128 GiB", service, "Running");
        browser.photograph("node");

        node.report(service, "OVERLOAD", "NVIDIA-T4");

        browser.see(By.cssSelector(".badge[data-state=OVERLOAD]"));
        operator.choose("中文");
        browser.see(By.xpath("//h2[contains(., '算法服务')]"));
        assertThat(browser.text()).contains("过载", "加速卡", "全部节点");
        browser.photograph("node-chinese");
        browser.hasNoComplaints();
    }

    @Test
    void aServiceIsUnloadedAndTheDeedIsOnRecord() {
        String service = workshop.load(1);
        operator.loginAndVisit("compute/node.xhtml?code=" + node.code());

        browser.click(UNLOAD);
        browser.see(Person.YES);
        browser.photograph("node-confirm");
        browser.click(Person.YES);

        // The node's news may change the page before the answer to the click does.
        browser.until(any -> browser.text().contains("The service is unloaded."));
        browser.until(any -> browser.text().contains("No services"));
        browser.photograph("node-unloaded");
        assertThat(node.serves(service)).isFalse();
        assertThat(operator.deeds()).last().isEqualTo("console: unload 200 service " + service);
        browser.hasNoComplaints();
    }

    @Test
    void aServiceGetsAReplicaMoreAndOneLess() {
        String service = workshop.load(2);
        operator.loginAndVisit("compute/node.xhtml?code=" + node.code());

        browser.click(MORE);
        browser.until(any -> browser.text().contains("The number of replicas is changed."));
        assertThat(node.replicas(service)).isEqualTo(3);
        assertThat(operator.deeds()).last().isEqualTo("console: one replica more 200 service " + service);

        browser.click(LESS);
        browser.click(Person.YES);
        browser.until(any -> node.replicas(service) == 2);
        browser.until(any -> operator.deeds()
                .get(operator.deeds().size() - 1)
                .equals("console: one replica less 200 service " + service));
        browser.hasNoComplaints();
    }

    @Test
    void whatAPersonIsToldStaysWhileThePageIsDrawnAnew() {
        workshop.load(1);
        operator.loginAndVisit("compute/node.xhtml?code=" + node.code());
        browser.click(UNLOAD);
        browser.click(Person.YES);
        browser.until(any -> browser.text().contains("The service is unloaded."));

        browser.run("refreshServices()");
        browser.until(any -> Boolean.TRUE.equals(browser.ask("return PrimeFaces.ajax.Queue.isEmpty()")));

        assertThat(browser.text()).contains("The service is unloaded.");
        browser.until(any -> !browser.text().contains("The service is unloaded."));
    }

    @Test
    void aRefusedDeedIsToldAndOnRecord() {
        String service = workshop.load(1);
        operator.loginAndVisit("compute/node.xhtml?code=" + node.code());
        browser.see(UNLOAD);
        node.vanish();

        browser.click(UNLOAD);
        browser.click(Person.YES);

        browser.until(any -> browser.text().contains("The node does not answer."));
        browser.photograph("node-refused");
        assertThat(operator.deeds()).last().isEqualTo("console: unload 503 service " + service);
    }

    @Test
    void anAuditorHasNoButtons() {
        workshop.load(1);
        try (Person auditor =
                new Person(platform, platform.account(operator.account().organisationId(), "AUDITOR"))) {
            auditor.loginAndVisit("compute/node.xhtml?code=" + node.code());

            auditor.browser().see(By.cssSelector(".badge[data-state=RUNNING]"));

            assertThat(auditor.browser().shows(UNLOAD)).isFalse();
        }
    }

    /** As if the node had been silent for an hour. */
    private void letTimePass(Database database) {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement(
                        "update compute_node set last_seen_at = last_seen_at - interval '1 hour' where code = ?")) {
            statement.setString(1, node.code());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private JsonObject figures() {
        JsonObject card = Json.createObjectBuilder()
                .add("XpuType", "NVIDIA-T4")
                .add("XpuMemory", 16)
                .add("XpuMemoryUsed", 5.0)
                .add("XpuUtilization", 0.5)
                .build();
        return Json.createObjectBuilder()
                .add("DeviceID", node.code())
                .add("HostName", "box-1")
                .add("OS", "Linux")
                .add("Cpu", 64)
                .add("CpuType", "x86")
                .add("CpuUtilization", 0.233444)
                .add("Memory", 128)
                .add("MemoryUsed", 45.3)
                .add("Disk", 1024)
                .add("DiskUsed", 45.0)
                .add("XpuMonitors", Json.createArrayBuilder().add(card).add(card))
                .build();
    }
}
