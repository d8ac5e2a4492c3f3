package org.computility.operations.leases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A name, the server that holds it, and until when. Only the database's clock counts. */
@Entity
@Table(name = "lease")
class Lease {

    @Id
    private String name;

    @Column
    private String holder;

    @Column
    private Instant until;

    protected Lease() {}
}
