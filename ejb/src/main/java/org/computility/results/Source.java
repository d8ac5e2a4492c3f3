package org.computility.results;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An instance that may deliver results, or might once. */
@Entity
@Immutable
@Table(name = "result_source")
class Source {

    @Id
    @Column
    private UUID instanceId;

    @Column
    private long instanceNumber;

    @Column
    private long planId;

    @Column
    private UUID organisationId;

    protected Source() {}
}
