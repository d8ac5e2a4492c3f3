package org.computility.system.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.computility.system.DatabaseProcess;
import org.computility.system.InTurn;
import org.computility.system.OnTheServer;
import org.computility.system.Platform;
import org.computility.system.ServerUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;

/** The database takes calls and answers none: pages say so, and go on by themselves when it answers again. */
@InTurn(place = 2)
@OnTheServer
@DisabledIfSystemProperty(named = "computility.url", matches = ".+", disabledReason = "breaks the database")
@ExtendWith(NeedsBrowser.class)
class HangingDatabaseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final By NODES = By.id("nodes:code");
    private static final By REFUSED = By.cssSelector(".refused");

    /** The page's status, or a failure when it takes long. */
    private static final String STATUS = "return fetch(location.href, {signal: AbortSignal.timeout(15000)})"
            + ".then(answer => answer.status + ' ' + (answer.headers.get('Retry-After') !== null))";

    private final Platform platform;
    private final DatabaseProcess database;
    private final Person person;
    private final Browser browser;

    HangingDatabaseIT(Platform platform, ServerUnderTest server) {
        this.platform = platform;
        database = new DatabaseProcess(server);
        person = Person.operator(platform);
        browser = person.browser();
    }

    @BeforeEach
    void hang() {
        person.loginAndVisit("compute/nodes.xhtml");
        browser.see(NODES);
        database.freeze();
        await().atMost(PATIENCE)
                .until(() ->
                        platform.anonymous().get("platform/v1/health/ready").status() == 503);
    }

    @AfterEach
    void goOn() {
        database.thaw();
        await().atMost(PATIENCE)
                .until(() ->
                        platform.anonymous().get("platform/v1/health/ready").status() == 200);
        person.close();
    }

    @Test
    void aPageSaysSoAndComesBack() {
        assertThat(browser.ask(STATUS)).isEqualTo("503 true");
        browser.visit("compute/nodes.xhtml?x=1");
        browser.see(REFUSED);
        assertThat(browser.text()).contains("tries again by itself");
        browser.photograph("database-away");

        database.thaw();

        browser.see(NODES);
        assertThat(browser.address()).endsWith("compute/nodes.xhtml?x=1");
    }

    @Test
    void aClickLeadsToThePageThatSaysSo() {
        browser.see(NODES).sendKeys("1");
        browser.see(REFUSED);

        database.thaw();

        browser.see(NODES);
        browser.see(Person.LOGGED_IN);
    }
}
