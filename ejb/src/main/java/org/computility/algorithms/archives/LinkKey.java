package org.computility.algorithms.archives;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one sealed key that signs the links to packages. */
@Entity
@Table(name = "package_link_key")
class LinkKey {

    @Id
    private int id;

    @Column
    private byte[] sealedKey;

    protected LinkKey() {}
}
