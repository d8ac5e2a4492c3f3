package org.computility.identity.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Whose accounts, nodes and plans these are. */
@Entity
@Table(name = "organisation")
class Organisation {

    @Id
    private UUID id;

    private String name;

    private Instant createdAt;

    protected Organisation() {}

    static Organisation found(String name, Instant now) {
        Organisation organisation = new Organisation();
        organisation.id = UUID.randomUUID();
        organisation.name = name;
        organisation.createdAt = now;
        return organisation;
    }

    OrganisationView view() {
        return new OrganisationView(id, name, createdAt);
    }
}
