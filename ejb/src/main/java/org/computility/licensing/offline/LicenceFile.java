package org.computility.licensing.offline;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.computility.datasets.StoredContent;

/** A licence file with what was said of it (T/BAX 0006.5 table E.1). It never changes. */
@Entity
@Table(name = "licence_file")
class LicenceFile {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer number;

    private UUID organisationId;
    private String provider;
    private String deviceId;
    private String fileName;
    private String sha256;
    private String md5;
    private long size;
    private Instant createdAt;

    protected LicenceFile() {}

    static LicenceFile of(NewLicence said, StoredContent content, UUID organisationId, Instant now) {
        LicenceFile file = new LicenceFile();
        file.organisationId = organisationId;
        file.provider = said.provider();
        file.deviceId = said.deviceId();
        file.fileName = said.fileName();
        file.sha256 = content.sha256();
        file.md5 = content.md5();
        file.size = content.size();
        file.createdAt = now;
        return file;
    }

    int number() {
        return number;
    }

    UUID organisationId() {
        return organisationId;
    }

    StoredContent content() {
        return new StoredContent(sha256, md5, size);
    }

    LicenceFileView view(List<AbilityQuota> abilities) {
        return new LicenceFileView(
                number,
                provider,
                createdAt,
                fileName,
                deviceId,
                abilities.stream()
                        .map(one -> new LicenceFileView.Ability(one.algoDefCode(), one.quota()))
                        .toList());
    }
}
