package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Platform.Account;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** What every page has from the frame around it. */
@InTurn
@OnTheServer
@ExtendWith(NeedsBrowser.class)
class FrameIT {

    /** Has the page name a view that the server does not know. */
    private static final String EXPIRE = "document.querySelectorAll('[name=\"jakarta.faces.ViewState\"]')"
            + ".forEach(state => state.value = '1:1')";

    /** Has the session keep views of other tabs in place of the page's; the server keeps fifteen. */
    private static final String OPEN_TWENTY = "for (let i = 0; i < 20; i++) {"
            + " const page = new XMLHttpRequest(); page.open('GET', '/console/compute/nodes.xhtml', false); page.send(); }";

    private static final By LOGIN = By.id("login:submit");

    private final Platform platform;
    private Person person;
    private Browser browser;

    FrameIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void login() {
        person = Person.operator(platform);
        browser = person.browser();
        person.login();
    }

    @AfterEach
    void closeBrowser() {
        person.close();
    }

    @Test
    void theNavigationLeadsToEveryPageAndSaysWhereOneIs() {
        browser.click(By.linkText("Nodes"));
        browser.seeTitle("Nodes");
        assertThat(browser.path()).isEqualTo("compute/nodes.xhtml");
        assertThat(browser.see(By.cssSelector("nav.rooms [aria-current=page]")).getText())
                .isEqualTo("Nodes");

        browser.click(By.linkText("Batch runs"));
        browser.seeTitle("Batch runs");
        browser.hasNoComplaints();
    }

    @Test
    void aChangeOfLanguageStaysOnThePageAndItsParameters() {
        browser.visit("compute/node.xhtml?code=nonsense");
        browser.see(By.xpath("//h1[text()='There is nothing to show']"));
        assertThat(browser.text()).contains("There is no such node.").doesNotContain("Exception");
        browser.photograph("refused");

        person.choose("中文");

        browser.see(By.xpath("//h1[text()='没有可显示的内容']"));
        assertThat(browser.text()).contains("该节点不存在");
        assertThat(browser.address()).endsWith("node.xhtml?code=nonsense");
        browser.photograph("refused-chinese");
    }

    @Test
    void badParametersGetAClearPage() {
        for (String query : new String[] {"", "?code=", "?code=%00%27%3Cscript%3E", "?code=11010801005020999999"}) {
            browser.visit("compute/node.xhtml" + query);
            browser.see(By.cssSelector(".refused"));
            assertThat(browser.text()).contains("There is no such node.");
        }
    }

    @Test
    void aClickAfterTheSessionsEndLeadsToTheLogin() {
        browser.visit("compute/nodes.xhtml");
        browser.see(By.id("nodes:code"));
        browser.forgetSession();

        browser.see(By.id("nodes:code")).sendKeys("1");

        browser.see(LOGIN);
        assertThat(browser.path()).isEqualTo("login.xhtml");
    }

    @Test
    void aClickOnAnExpiredViewBeginsThePageAnew() {
        browser.visit("compute/nodes.xhtml");
        browser.see(By.id("nodes:code"));
        browser.run(EXPIRE);

        browser.see(By.id("nodes:code")).sendKeys("1");

        browser.until(
                any -> browser.see(By.id("nodes:code")).getAttribute("value").isEmpty());
        assertThat(browser.path()).isEqualTo("compute/nodes.xhtml");
        browser.see(Person.LOGGED_IN);
    }

    @Test
    void anExpiredViewBeginsAnewWithTheParametersOfItsPage() {
        try (Workshop workshop = new Workshop(platform, 1);
                Person operator = new Person(platform, workshop.account())) {
            workshop.load(1);
            operator.loginAndVisit("compute/node.xhtml?code=" + workshop.node().code());
            operator.browser().see(By.cssSelector(".badge[data-state=RUNNING]"));
            operator.browser().run(EXPIRE);

            operator.browser().click(By.xpath("//button[contains(@id, ':unload')]"));
            operator.browser().run("document.body.dataset.seen = 'yes'");
            operator.browser().click(Person.YES);

            operator.browser().until(any -> !operator.browser().shows(By.cssSelector("body[data-seen=yes]")));
            operator.browser().see(By.cssSelector(".badge[data-state=RUNNING]"));
            assertThat(operator.browser().address())
                    .endsWith("?code=" + workshop.node().code());
        }
    }

    @Test
    void aTabBeyondFifteenViewsBeginsAnewAndLeavesWithItsSession() {
        browser.visit("compute/nodes.xhtml");
        browser.see(By.id("nodes:code"));
        browser.run(OPEN_TWENTY);

        browser.see(By.id("nodes:code")).sendKeys("1");

        browser.until(
                any -> browser.see(By.id("nodes:code")).getAttribute("value").isEmpty());
        browser.see(Person.LOGGED_IN);
        browser.run(OPEN_TWENTY);
        browser.forgetSession();
        browser.see(By.id("nodes:code")).sendKeys("1");
        browser.see(LOGIN);
    }

    @Test
    void anOpenPageLeavesWhenItsSessionIsEndedElsewhere() {
        browser.visit("compute/nodes.xhtml");
        browser.see(By.id("nodes:code"));

        disable(person.account());

        browser.see(LOGIN);
        assertThat(browser.path()).isEqualTo("login.xhtml");
    }

    private void disable(Account account) {
        String id = platform.as(platform.login(account.username(), account.password()))
                .get("platform/v1/accounts/me")
                .json()
                .getString("id");
        platform.asAdmin()
                .patch(
                        "platform/v1/accounts/" + id,
                        Json.createObjectBuilder().add("enabled", false).build())
                .expect(200);
    }
}
