package org.computility.federation.upper;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.computility.federation.calls.PlatformAddress;
import org.computility.shared.keys.Sealing;

/** A platform that this one reports to, or reported to. */
@Entity
@Table(name = "upper_platform")
class UpperPlatform {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Version
    private int version;

    private String url;
    private String username;

    @Column
    private byte[] sealedPassword;

    @Column
    private boolean inUse;

    private String setBy;
    private Instant setAt;

    protected UpperPlatform() {}

    static UpperPlatform at(String url, String username) {
        UpperPlatform platform = new UpperPlatform();
        platform.url = url;
        platform.username = username;
        return platform;
    }

    boolean isNew() {
        return id == null;
    }

    /** From now on this one is reported to. */
    void use(NewUpperPlatform wanted, Sealing sealing, String by, Instant now) {
        sealedPassword = sealing.seal(wanted.password().getBytes(StandardCharsets.UTF_8));
        inUse = true;
        setBy = by;
        setAt = now;
    }

    PlatformAddress open(Sealing sealing) {
        return new PlatformAddress(id, url, username, new String(sealing.open(sealedPassword), StandardCharsets.UTF_8));
    }

    UpperPlatformView view() {
        return new UpperPlatformView(url, username, setBy, setAt);
    }
}
