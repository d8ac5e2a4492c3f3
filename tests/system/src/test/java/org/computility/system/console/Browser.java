package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.computility.system.OptionalTool;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person at the console: headless Chromium, and what that person does and sees. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String language;
    private final URI console;
    private boolean hasScripts;

    private Browser(ChromeDriver driver, String language, URI console) {
        this.driver = driver;
        this.language = language;
        this.console = console;
    }

    /** Without Chromium the test is skipped, but never in CI. */
    static void require() {
        OptionalTool.require("chromium");
        OptionalTool.require("chromedriver");
    }

    /** A browser as if it were new, that prefers the given language. Without Chromium the test is skipped, but never in CI. */
    static Browser open(URI platform, String language) {
        return new Browser(Chromiums.take(language), language, platform.resolve("console/"));
    }

    /** Opens a page of the console by its path below {@code /console/}. */
    void visit(String page) {
        driver.get(console.resolve(page).toString());
    }

    void login(String username, String password) {
        WebElement name = see(By.id("login:username"));
        name.clear();
        name.sendKeys(username);
        driver.findElement(By.id("login:password")).sendKeys(password);
        driver.findElement(By.id("login:submit")).click();
    }

    /** Waits until it is shown. */
    WebElement see(By what) {
        return until(ExpectedConditions.visibilityOfElementLocated(what));
    }

    /** Clicks, once it can be clicked. The table may be drawn anew at any moment: then the new button is clicked. */
    void click(By what) {
        until(browser -> {
            try {
                browser.findElement(what).click();
                return true;
            } catch (org.openqa.selenium.StaleElementReferenceException
                    | org.openqa.selenium.ElementNotInteractableException
                    | org.openqa.selenium.NoSuchElementException e) {
                return null;
            }
        });
    }

    <T> T until(ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(condition);
    }

    /** The text of the whole page, as a person reads it. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Below {@code /console/}. */
    String path() {
        return console.relativize(URI.create(driver.getCurrentUrl())).getPath();
    }

    /** Waits until the page's title begins so: the browser tells it a moment after the page is there. */
    void seeTitle(String beginning) {
        until(browser -> browser.getTitle().startsWith(beginning));
    }

    String sessionCookie() {
        return driver.manage().getCookieNamed("COMPUTILITY_CONSOLE").getValue();
    }

    /** Loses the session's cookie, as a server does that has forgotten the session. */
    void forgetSession() {
        driver.manage().deleteCookieNamed("COMPUTILITY_CONSOLE");
    }

    /** The whole address, with its parameters. */
    String address() {
        return driver.getCurrentUrl();
    }

    boolean shows(By what) {
        return !driver.findElements(what).isEmpty();
    }

    boolean isDisplayed(By what) {
        return driver.findElements(what).stream().anyMatch(WebElement::isDisplayed);
    }

    /** What a screen reader was told last. */
    String announcement() {
        return driver.findElement(By.id("announcements")).getAttribute("textContent");
    }

    /** Runs in every page from now on, before the page's own scripts. */
    void runOnEveryPage(String script) {
        hasScripts = true;
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    /** Does in the page what no person can. */
    void run(String script) {
        driver.executeScript(script);
    }

    /** What the page's own scripts know. */
    Object ask(String script) {
        return driver.executeScript(script);
    }

    /** Keeps what the page looks like, for people. */
    void photograph(String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page's scripts complained about since the last call. */
    void hasNoComplaints() {
        List<String> complaints = driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::toString)
                .toList();
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        if (hasScripts) {
            Chromiums.end(driver);
        } else {
            Chromiums.giveBack(language, driver, console);
        }
    }
}
