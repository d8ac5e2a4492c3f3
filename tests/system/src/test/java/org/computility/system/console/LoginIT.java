package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.Platform.Account;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

@OnTheServer
@ExtendWith(NeedsBrowser.class)
class LoginIT {

    private static final By ERROR = By.cssSelector(".ui-messages-error");

    private final Platform platform;
    private Person person;
    private Browser browser;

    LoginIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeEach
    void openBrowser() {
        person = Person.operator(platform);
        browser = person.browser();
    }

    @AfterEach
    void closeBrowser() {
        person.close();
    }

    @InTurn
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
        browser.login(person.account().username(), "not the password");
        browser.see(ERROR);
        assertThat(browser.text()).contains("The user name or the password is wrong.");
        browser.photograph("login-wrong");
        String before = browser.sessionCookie();

        browser.login(person.account().username(), person.account().password());

        browser.see(Person.LOGGED_IN);
        assertThat(browser.path()).isEqualTo("operations/runs.xhtml");
        assertThat(browser.text()).contains(person.account().username()).contains("No batch runs yet");
        assertThat(browser.sessionCookie()).isNotEqualTo(before);
        browser.photograph("runs-empty");
        browser.hasNoComplaints();
    }

    @InTurn
    @Test
    void whoCameWentAndWasRefusedIsOnRecord() {
        browser.visit("login.xhtml");
        browser.login(person.account().username(), "not the password");
        browser.see(ERROR);
        browser.login(person.account().username(), "SM2:not-hexadecimal");
        browser.until(any -> browser.text().contains("not encrypted"));
        person.login();
        browser.click(Person.LOGGED_IN);
        browser.see(By.id("login:submit"));

        assertThat(person.deeds())
                .containsExactly(
                        "console: log in 401 console",
                        "console: log in 400 console",
                        "console: log in 200 console",
                        "console: log out 200 console");
    }

    @InTurn
    @Test
    void aDevicesAccountIsNotLetIn() {
        Account device = platform.deviceAccount(platform.freshComputeCode());
        browser.visit("login.xhtml");
        browser.login(device.username(), device.password());

        browser.see(ERROR);
        assertThat(browser.text()).contains("no access to the console");
        browser.visit("operations/runs.xhtml");
        assertThat(browser.path()).isEqualTo("login.xhtml");
        assertThat(Person.deeds(platform, device)).containsExactly("console: log in 403 console");
    }

    @InTurn
    @Test
    void aChineseBrowserIsGreetedInChinese() {
        try (Browser chinese = Browser.open(platform.baseUri(), "zh-CN")) {
            chinese.visit("login.xhtml");
            chinese.seeTitle("登录");
            chinese.photograph("login-chinese");
        }
    }

    @InTurn
    @Test
    void nothingIsReachedAfterTheLogout() {
        person.login();
        browser.click(Person.LOGGED_IN);
        browser.see(By.id("login:submit"));

        browser.visit("operations/runs.xhtml");

        assertThat(browser.path()).isEqualTo("login.xhtml");
    }
}
