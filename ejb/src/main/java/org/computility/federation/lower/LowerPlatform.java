package org.computility.federation.lower;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.computility.federation.calls.PlatformAddress;
import org.computility.federation.tier.Tier;
import org.computility.shared.keys.Sealing;

/** A platform that reports to this one. */
@Entity
@Table(name = "lower_platform")
class LowerPlatform {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Version
    private int version;

    private String code;
    private String name;

    @Enumerated(EnumType.STRING)
    private Tier tier;

    private String url;
    private String username;

    @Column
    private byte[] sealedPassword;

    private String account;
    private UUID organisationId;
    private String setBy;
    private Instant setAt;

    protected LowerPlatform() {}

    static LowerPlatform called(String code) {
        LowerPlatform platform = new LowerPlatform();
        platform.code = code;
        return platform;
    }

    boolean isNew() {
        return id == null;
    }

    int id() {
        return id;
    }

    /** From now on it is this. */
    void set(NewLowerPlatform wanted, String at, UUID organisation, Sealing sealing, String by, Instant now) {
        name = wanted.name();
        tier = wanted.tier();
        url = at;
        username = wanted.username();
        sealedPassword = sealing.seal(wanted.password().getBytes(StandardCharsets.UTF_8));
        account = wanted.account();
        organisationId = organisation;
        setBy = by;
        setAt = now;
    }

    KnownLower open(Sealing sealing) {
        return new KnownLower(
                code,
                name,
                new PlatformAddress(
                        id, url, username, new String(sealing.open(sealedPassword), StandardCharsets.UTF_8)));
    }

    LowerPlatformView view() {
        return new LowerPlatformView(code, name, tier, url, username, account, organisationId, setBy, setAt);
    }
}
