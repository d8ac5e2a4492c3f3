package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Platform.Account;
import org.computility.system.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@OnTheServer
class ConsoleIT {

    private static final By STOP = By.xpath("//button[contains(@id, ':stop')]");
    private static final By RESTART = By.xpath("//button[contains(@id, ':restart')]");
    private static final By YES = By.cssSelector(".ui-confirmdialog-yes");
    private static final By RUNNING = By.cssSelector(".badge.STARTED");
    private static final By STOPPED = By.cssSelector(".badge.STOPPED");
    private static final By PROGRESS = By.cssSelector(".bar progress");

    private Platform platform;
    private Account operator;
    private Browser browser;
    private Workshop workshop;

    @BeforeEach
    void openBrowser(Platform running) {
        platform = running;
        operator = running.account(running.freshOrganisation(), "OPERATOR");
        browser = Browser.open(running.baseUri(), "en");
    }

    @AfterEach
    void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
        if (workshop != null) {
            workshop.close();
        }
    }

    @Test
    void noPageIsReachedWithoutALogin() {
        browser.visit("operations/runs.xhtml");
        assertThat(browser.path()).isEqualTo("login.xhtml");
        browser.visit("");
        assertThat(browser.path()).isEqualTo("login.xhtml");
        assertThat(browser.text()).contains("Sign in");
        browser.photograph("login");
        browser.hasNoComplaints();
    }

    @Test
    void aWrongPasswordIsRefusedAndTheRightOneLetsIn() {
        browser.visit("login.xhtml");
        browser.login(operator.username(), "not the password");
        browser.see(By.cssSelector(".ui-messages-error"));
        assertThat(browser.text()).contains("The user name or the password is wrong.");
        browser.photograph("login-wrong");
        String before = browser.sessionCookie();

        browser.login(operator.username(), operator.password());

        browser.see(By.id("account:logout"));
        assertThat(browser.path()).isEqualTo("operations/runs.xhtml");
        assertThat(browser.text()).contains(operator.username()).contains("No batch runs yet");
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
        browser.photograph("runs-empty");
        browser.hasNoComplaints();
    }

    @Test
    void whoCameWentAndWasRefusedIsOnRecord() {
        browser.visit("login.xhtml");
        browser.login(operator.username(), "not the password");
        browser.see(By.cssSelector(".ui-messages-error"));
        browser.login(operator.username(), "SM2:not-hexadecimal");
        browser.until(any -> browser.text().contains("not encrypted"));
        login();
        browser.click(By.id("account:logout"));
        browser.see(By.id("login:submit"));

        assertThat(deeds(operator))
                .containsExactly(
                        "console: log in 401 console",
                        "console: log in 400 console",
                        "console: log in 200 console",
                        "console: log out 200 console");
    }

    @Test
    void aDevicesAccountIsNotLetIn() {
        Account device = platform.deviceAccount(platform.freshComputeCode());
        browser.visit("login.xhtml");
        browser.login(device.username(), device.password());

        browser.see(By.cssSelector(".ui-messages-error"));
        assertThat(browser.text()).contains("no access to the console");
        browser.visit("operations/runs.xhtml");
        assertThat(browser.path()).isEqualTo("login.xhtml");
        assertThat(deeds(device)).containsExactly("console: log in 403 console");
    }

    @Test
    void aRunningInspectionIsWatchedStoppedAndRestarted() {
        startInspection();
        login();
        browser.see(RUNNING);
        assertThat(browser.text()).contains("Inspection");
        double seen = progress();
        browser.until(any -> progress() > seen);
        browser.photograph("runs-running");

        browser.click(STOP);
        browser.click(YES);
        browser.see(STOPPED);
        browser.photograph("runs-stopped");

        browser.click(RESTART);
        browser.click(YES);
        browser.see(By.cssSelector(".badge.STARTED, .badge.STARTING, .badge.COMPLETED"));
        assertThat(browser.text()).contains("Attempt 2");
        assertThat(deeds(operator))
                .satisfiesExactly(
                        login -> assertThat(login).isEqualTo("console: log in 200 console"),
                        stop -> assertThat(stop).matches("console: stop 200 batch run \\d+"),
                        restart -> assertThat(restart).matches("console: restart 200 batch run \\d+"));
        browser.hasNoComplaints();
    }

    @Test
    void anAuditorWatchesButHasNoButtons() {
        startInspection();
        Account auditor = platform.account(operator.organisationId(), "AUDITOR");
        browser.visit("login.xhtml");
        browser.login(auditor.username(), auditor.password());

        browser.see(RUNNING);

        assertThat(browser.shows(STOP)).isFalse();
    }

    @Test
    void theLanguageIsTheBrowsersUntilAPersonChooses() {
        startInspection();
        login();
        browser.see(RUNNING);
        browser.seeTitle("Batch runs");
        browser.until(any -> browser.text().contains("Round 1, 1 at once"));

        browser.click(By.linkText("中文"));

        browser.see(By.xpath("//h1[text()='批处理任务']"));
        assertThat(browser.text()).contains("运行中").contains("退出登录").doesNotContain("???");
        assertThat(browser.text()).containsPattern("第 \\d+ 轮,本组 1 路").doesNotContain("at once");
        browser.photograph("runs-chinese");

        browser.click(By.id("account:logout"));
        browser.see(By.id("login:submit"));
        assertThat(browser.text()).contains("用户名");
        browser.photograph("login-chinese");
        browser.hasNoComplaints();
    }

    @Test
    void aChineseBrowserIsGreetedInChinese() {
        try (Browser chinese = Browser.open(platform.baseUri(), "zh-CN")) {
            chinese.visit("login.xhtml");
            chinese.seeTitle("登录");
        }
    }

    @Test
    void nothingIsReachedAfterTheLogout() {
        login();
        browser.click(By.id("account:logout"));
        browser.see(By.id("login:submit"));

        browser.visit("operations/runs.xhtml");

        assertThat(browser.path()).isEqualTo("login.xhtml");
    }

    private void login() {
        browser.visit("login.xhtml");
        browser.login(operator.username(), operator.password());
        browser.see(By.id("account:logout"));
    }

    /** What the account did in the console, in the order of its doing: action, outcome and target. */
    private List<String> deeds(Account account) {
        List<String> latestFirst = platform
                .asAdmin()
                .get("platform/v1/audit?action=console&account=" + account.username())
                .expect(200)
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(record ->
                        record.getString("action") + " " + record.getInt("outcome") + " " + record.getString("target"))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(latestFirst);
        return latestFirst;
    }

    private double progress() {
        return Double.parseDouble(browser.see(PROGRESS).getAttribute("value"));
    }

    /** No service is loaded for it: its groups pass all the same, each in its time. */
    private void startInspection() {
        workshop = new Workshop(platform, 4);
        operator = workshop.account();
        workshop.create(workshop.inspective(6, 1, 10, 2).add("AutoStart", true));
    }
}
