package org.computility.operations.leases;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A name, and the server that holds it until then. Only the database's clock says when that is. */
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
