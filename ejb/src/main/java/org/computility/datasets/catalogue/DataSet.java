package org.computility.datasets.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.computility.datasets.StoredContent;
import org.computility.identity.Caller;

/** A content with what its owner says of it. Only who may read it changes: other bytes are another data set. */
@Entity
@Table(name = "data_set")
class DataSet {

    @Id
    private UUID dataSetId;

    @Column
    private UUID ownerId;

    private String owner;
    private UUID organisationId;
    private String title;
    private String description;
    private String labels;
    private String sha256;
    private String md5;
    private long size;
    private boolean forAll;

    @Column
    private Instant uploadedAt;

    protected DataSet() {}

    static DataSet upload(NewDataSet said, StoredContent content, Caller owner, Instant now) {
        DataSet set = new DataSet();
        set.dataSetId = UUID.randomUUID();
        set.ownerId = owner.accountId();
        set.owner = owner.username();
        set.organisationId = owner.organisationId();
        set.title = said.title();
        set.description = said.description();
        set.labels = said.labels();
        set.sha256 = content.sha256();
        set.md5 = content.md5();
        set.size = content.size();
        set.forAll = said.forAll();
        set.uploadedAt = now;
        return set;
    }

    /** @param all whether the jobs of every organisation may read it from now on */
    void openTo(boolean all) {
        forAll = all;
    }

    String id() {
        return dataSetId.toString();
    }

    UUID organisationId() {
        return organisationId;
    }

    boolean isForAll() {
        return forAll;
    }

    StoredContent content() {
        return new StoredContent(sha256, md5, size);
    }

    DataSetView view() {
        return new DataSetView(id(), title, owner, size, description, labels);
    }
}
