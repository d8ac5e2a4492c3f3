package org.computility.system.console;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.computility.system.OptionalTool;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium processes, kept for the next test: starting one costs as much as a dozen pages. What a test left in one (cookies, storage, caches, pages,
 * complaints) is gone before another test has it; one that does not answer is ended.
 */
final class Chromiums {

    private static final Logger LOG = Logger.getLogger(Chromiums.class.getName());

    private static final Map<String, ChromeDriver> IDLE = new ConcurrentHashMap<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> IDLE.values().forEach(Chromiums::end)));
    }

    private Chromiums() {}

    /** One that prefers the language, with nothing of another test in it. */
    static ChromeDriver take(String language) {
        ChromeDriver idle = IDLE.remove(language);
        return idle == null ? start(language) : idle;
    }

    /** Keeps it for the next test, without what this one left at that origin. */
    static void giveBack(String language, ChromeDriver driver, URI origin) {
        try {
            driver.get("about:blank");
            driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
            driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
            driver.executeCdpCommand(
                    "Storage.clearDataForOrigin",
                    Map.of("origin", origin.resolve("/").toString(), "storageTypes", "all"));
            driver.manage().logs().get(LogType.BROWSER);
            if (driver.getWindowHandles().size() == 1 && IDLE.putIfAbsent(language, driver) == null) {
                return;
            }
        } catch (WebDriverException e) {
            LOG.log(Level.INFO, "A browser does not answer, and is ended", e);
        }
        end(driver);
    }

    /** What becomes of a browser says nothing about the test that had it. */
    static void end(ChromeDriver driver) {
        try {
            driver.quit();
        } catch (WebDriverException e) {
            LOG.log(Level.INFO, "A browser had ended", e);
        }
    }

    private static ChromeDriver start(String language) {
        Path chromium = OptionalTool.require("chromium");
        Path chromedriver = OptionalTool.require("chromedriver");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                // Without a graphics card, a dot that breathes costs a processor.
                "--force-prefers-reduced-motion",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1360,860",
                "--lang=" + language,
                "--accept-lang=" + language);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.toFile())
                .build();
        return new ChromeDriver(service, options);
    }
}
