package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** A person starts a job that its room declares. */
@InTurn(place = 2)
@OnTheServer
@ExtendWith(NeedsBrowser.class)
class StartJobIT {

    private static final By START = By.id("begin");
    private static final By GO = By.id("start:go");
    private static final By JOB = By.id("start:job");
    private static final By AGE = By.xpath("//label[contains(., 'older than')]/following-sibling::input");
    private static final By COMPLETED = By.cssSelector(".badge[data-state=COMPLETED]");

    private final Platform platform;
    private Person administrator;
    private Browser browser;

    StartJobIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void open() {
        administrator = new Person(platform, platform.account(platform.freshOrganisation(), "ADMINISTRATOR"));
        browser = administrator.browser();
    }

    @AfterEach
    void close() {
        administrator.close();
        platform.disable(administrator.account());
    }

    @Test
    void theDialogAsksForWhatTheJobDeclaresAndRefusesNonsense() {
        administrator.loginAndVisit("operations/runs.xhtml");
        browser.click(START);
        pick("Deletion of old results");
        assertThat(browser.see(AGE).getAttribute("value")).isEqualTo("P400D");
        assertThat(browser.text())
                .contains("Deletion of old results")
                .contains("from P1D to P100Y")
                .contains("A whole number from 1 to 10000");
        browser.photograph("start-job");

        browser.see(AGE).clear();
        browser.see(AGE).sendKeys("soon");
        browser.click(GO);
        browser.until(any -> browser.text().contains("see the hint below the field"));
        browser.photograph("start-job-refused");
        assertThat(browser.isDisplayed(GO)).isTrue();

        browser.see(AGE).clear();
        browser.see(AGE).sendKeys("P99Y");
        browser.click(GO);
        browser.until(any -> !browser.isDisplayed(GO));
        browser.see(COMPLETED);
        browser.until(any -> browser.text().contains("0 deleted, 0 kept longer"));
        browser.photograph("start-job-completed");

        assertThat(administrator.deeds())
                .containsExactly(
                        "console: log in 200 console",
                        "console: start 400 job purge-results",
                        "console: start 200 job purge-results");
        browser.hasNoComplaints();
    }

    @Test
    void inChineseToo() {
        administrator.loginAndVisit("operations/runs.xhtml");
        administrator.choose("中文");
        browser.click(START);

        pick("清理过期结果");
        browser.until(any -> browser.text().contains("删除早于此时长的结果"));
        assertThat(browser.text()).contains("清理过期结果").contains("删除早于此时长的结果").doesNotContain("???");
        browser.photograph("start-job-chinese");
    }

    private void pick(String job) {
        browser.click(JOB);
        browser.click(By.cssSelector("#start\\:job_panel li[data-label='" + job + "']"));
    }

    @Test
    void anOperatorIsNotOfferedIt() {
        try (Person operator = Person.operator(platform)) {
            operator.loginAndVisit("operations/runs.xhtml");

            operator.browser().seeTitle("Batch runs");

            assertThat(operator.browser().shows(START)).isFalse();
        }
    }
}
