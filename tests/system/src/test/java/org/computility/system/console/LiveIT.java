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

/** A page whose stream breaks without a word: a cut cable, a proxy that forgot the connection. */
@InTurn(place = 0)
@OnTheServer
@ExtendWith(NeedsBrowser.class)
class LiveIT {

    /**
     * The page's watchdog waits 40 s for a word from the server. Here it waits for {@code silence()}, and the page counts
     * its streams and how often the watchdog was set.
     */
    private static final String WATCHDOG = "{ const set = window.setTimeout, clear = window.clearTimeout;"
            + " let dog = null; window.streams = 0; window.words = 0;"
            + " window.setTimeout = (deed, ms, ...rest) => { if (ms !== 40000) { return set(deed, ms, ...rest); }"
            + "   window.words++; dog = {deed}; return dog; };"
            + " window.clearTimeout = (timer) => { if (timer === dog) { dog = null; } else { clear(timer); } };"
            + " window.silence = () => { dog.deed(); return document.querySelector('.live').classList.contains('lost'); };"
            + " window.EventSource = class extends EventSource {"
            + "   constructor(address) { super(address); window.streams++; } }; }";

    private static final By LIVE = By.cssSelector(".live:not(.lost)");

    private Person person;
    private Browser browser;

    LiveIT(Platform platform) {
        person = Person.operator(platform);
        browser = person.browser();
    }

    @BeforeEach
    void open() {
        browser.runOnEveryPage(WATCHDOG);
        person.loginAndVisit("compute/nodes.xhtml");
        browser.see(LIVE);
    }

    @AfterEach
    void closeBrowser() {
        person.close();
    }

    @Test
    void theServersWordsKeepThePageLiveAndItsSilenceOpensTheStreamAnew() {
        browser.until(any -> count("words") > 2);
        long streams = count("streams");

        assertThat(browser.ask("return window.silence()"))
                .as("says that it is not live")
                .isEqualTo(true);

        browser.see(LIVE);
        assertThat(count("streams")).isEqualTo(streams + 1);
    }

    @Test
    void aPageThatHeardNothingOfItsSessionsEndLeaves() {
        browser.forgetSession();

        browser.run("window.silence()");

        browser.see(By.id("login:submit"));
        assertThat(browser.path()).isEqualTo("login.xhtml");
    }

    private long count(String what) {
        return ((Number) browser.ask("return window." + what)).longValue();
    }
}
