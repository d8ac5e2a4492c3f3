package org.computility.system.console;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.computility.system.Platform;
import org.computility.system.Platform.Account;
import org.openqa.selenium.By;

/** Somebody with an account, before a browser of one's own. */
final class Person implements AutoCloseable {

    static final By LOGGED_IN = By.id("account:logout");
    static final By YES = By.cssSelector(".ui-confirmdialog-yes");

    private final Platform platform;
    private final Account account;
    private final Browser browser;

    /** With a browser that prefers English. */
    Person(Platform platform, Account account) {
        this.platform = platform;
        this.account = account;
        browser = Browser.open(platform.baseUri(), "en");
    }

    /** An operator of an organisation of its own. */
    static Person operator(Platform platform) {
        return new Person(platform, platform.account(platform.freshOrganisation(), "OPERATOR"));
    }

    Account account() {
        return account;
    }

    Browser browser() {
        return browser;
    }

    /** Logs in and is on the first page. */
    void login() {
        browser.visit("login.xhtml");
        browser.login(account.username(), account.password());
        browser.see(LOGGED_IN);
    }

    /** Logs in and goes to a page. */
    void loginAndVisit(String page) {
        login();
        browser.visit(page);
        browser.see(LOGGED_IN);
    }

    void choose(String language) {
        browser.click(By.linkText(language));
    }

    /** What this account did in the console, in the order of its doing: action, outcome and target. */
    List<String> deeds() {
        return deeds(platform, account);
    }

    static List<String> deeds(Platform platform, Account account) {
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

    @Override
    public void close() {
        browser.close();
    }
}
