package org.computility.licensing.online;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** Where algorithms of one provider ask whether they may run (T/BAX 0006.5 table D.1). */
@Entity
@Table(name = "authorization_server")
class AuthorizationServer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer number;

    @Version
    @Column
    private long lockVersion;

    private UUID organisationId;
    private String provider;
    private String server;
    private boolean isDefault;
    private Instant createdAt;

    protected AuthorizationServer() {}

    /** Not the default yet: {@link ProviderServers} decides that among all servers of the provider. */
    static AuthorizationServer register(NewAuthServer wanted, UUID organisationId, Instant now) {
        AuthorizationServer registered = new AuthorizationServer();
        registered.organisationId = organisationId;
        registered.provider = wanted.provider();
        registered.server = wanted.server();
        registered.createdAt = now;
        return registered;
    }

    /** Takes over what it is from now on. With another provider it stops being the default: that one has its own. */
    void change(AuthServerChange change) {
        server = change.server();
        if (change.provider() != null && !change.provider().equals(provider)) {
            provider = change.provider();
            isDefault = false;
        }
    }

    void becomeDefault() {
        isDefault = true;
    }

    void yieldDefault() {
        isDefault = false;
    }

    boolean is(int other) {
        return number == other;
    }

    int number() {
        return number;
    }

    UUID organisationId() {
        return organisationId;
    }

    String provider() {
        return provider;
    }

    String server() {
        return server;
    }

    boolean isDefault() {
        return isDefault;
    }

    AuthServerView view() {
        return new AuthServerView(number, server, provider, createdAt, isDefault);
    }
}
