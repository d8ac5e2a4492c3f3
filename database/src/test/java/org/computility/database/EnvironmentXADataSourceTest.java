package org.computility.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EnvironmentXADataSourceTest {

    @BeforeEach
    void setTheUrl() {
        System.setProperty("computility.database.url", "jdbc:postgresql://db.example:6000/network");
    }

    @AfterEach
    void forgetTheUrl() {
        System.clearProperty("computility.database.url");
    }

    @Test
    void takesItsAddressFromTheSettings() {
        assertThat(new EnvironmentXADataSource().getUrl()).startsWith("jdbc:postgresql://db.example:6000/network");
    }

    @Test
    @SuppressWarnings("deprecation")
    void ignoresTheHostThatAServerPushes() {
        EnvironmentXADataSource source = new EnvironmentXADataSource();

        source.setServerName("localhost");

        assertThat(source.getUrl()).contains("db.example:6000");
    }
}
