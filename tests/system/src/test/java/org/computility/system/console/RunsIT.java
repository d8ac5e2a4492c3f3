package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@InTurn(place = 0)
@OnTheServer
@ExtendWith(NeedsBrowser.class)
class RunsIT {

    private static final By STOP = By.xpath("//button[contains(@id, ':stop')]");
    private static final By RESTART = By.xpath("//button[contains(@id, ':restart')]");
    private static final By RUNNING = By.cssSelector(".badge[data-state=STARTED]");
    private static final By STOPPED = By.cssSelector(".badge[data-state=STOPPED]");
    private static final By PROGRESS = By.cssSelector(".bar progress");

    private final Platform platform;
    private Workshop workshop;
    private Person operator;
    private Browser browser;

    RunsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void open() {
        workshop = new Workshop(platform, 4);
        operator = new Person(platform, workshop.account());
        browser = operator.browser();
    }

    @AfterEach
    void close() {
        operator.close();
        workshop.close();
    }

    @Test
    void aRunningInspectionIsWatchedStoppedAndRestarted() {
        startInspection();
        operator.login();
        browser.see(RUNNING);
        assertThat(browser.text()).contains("Inspection");
        double seen = progress();
        browser.until(any -> progress() > seen);
        browser.photograph("runs-running");

        browser.click(STOP);
        browser.click(Person.YES);
        browser.see(STOPPED);
        browser.photograph("runs-stopped");

        browser.click(RESTART);
        browser.click(Person.YES);
        browser.see(By.cssSelector(
                ".badge[data-state=STARTED], .badge[data-state=STARTING], .badge[data-state=COMPLETED]"));
        browser.until(any -> browser.text().contains("Attempt 2"));
        assertThat(operator.deeds())
                .satisfiesExactly(
                        login -> assertThat(login).isEqualTo("console: log in 200 console"),
                        stop -> assertThat(stop).matches("console: stop 200 batch run \\d+"),
                        restart -> assertThat(restart).matches("console: restart 200 batch run \\d+"));
        browser.hasNoComplaints();
    }

    @Test
    void cellsChangeWithoutTheTableBeingDrawnAnew() {
        startInspection();
        operator.login();
        browser.see(RUNNING);
        browser.run("document.querySelector('.ui-datatable tbody tr').dataset.seen = 'yes'");
        double seen = progress();

        browser.until(any -> progress() > seen);

        assertThat(browser.shows(By.cssSelector("tr[data-seen=yes]"))).isTrue();
        assertThat(browser.isDisplayed(STOP)).isTrue();
        assertThat(browser.isDisplayed(RESTART)).isFalse();
    }

    @Test
    void aNewRunAppearsOnAnOpenPage() {
        operator.login();
        browser.until(any -> browser.text().contains("No batch runs yet"));

        startInspection();

        browser.see(RUNNING);
        browser.hasNoComplaints();
    }

    @Test
    void anAuditorWatchesButHasNoButtons() {
        startInspection();
        try (Person auditor =
                new Person(platform, platform.account(operator.account().organisationId(), "AUDITOR"))) {
            auditor.login();

            auditor.browser().see(RUNNING);

            assertThat(auditor.browser().shows(STOP)).isFalse();
        }
    }

    @Test
    void theLanguageIsTheBrowsersUntilAPersonChooses() {
        startInspection();
        operator.login();
        browser.see(RUNNING);
        browser.seeTitle("Batch runs");
        browser.until(any -> browser.text().contains("Round 1, 1 at once"));

        operator.choose("中文");

        browser.see(By.xpath("//h1[text()='批处理任务']"));
        assertThat(browser.text()).contains("运行中").contains("退出登录").doesNotContain("???");
        assertThat(browser.text()).containsPattern("第 \\d+ 轮,本组 1 路").doesNotContain("at once");
        double seen = progress();
        browser.until(any -> progress() > seen);
        assertThat(browser.text()).contains("运行中").doesNotContain("Running");
        browser.photograph("runs-chinese");

        browser.click(Person.LOGGED_IN);
        browser.see(By.id("login:submit"));
        assertThat(browser.text()).contains("用户名");
        browser.hasNoComplaints();
    }

    private double progress() {
        return Double.parseDouble(browser.see(PROGRESS).getAttribute("value"));
    }

    /** No service is loaded for it: its groups pass all the same, each in its time. */
    private void startInspection() {
        workshop.create(workshop.inspective(6, 1, 10, 2).add("AutoStart", true));
    }
}
