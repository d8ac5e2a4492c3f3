package org.computility.federation.push;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a center is called by a platform above. */
@Entity
@Table(name = "pushed_center")
class PushedCenter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column
    private int upperId;

    private int centerId;

    private int upperCenterId;

    /** Of the facts that were told last. */
    private String toldHash;

    protected PushedCenter() {}

    static PushedCenter of(int upperId, int centerId, int upperCenterId) {
        PushedCenter center = new PushedCenter();
        center.upperId = upperId;
        center.centerId = centerId;
        center.upperCenterId = upperCenterId;
        return center;
    }

    boolean isNew() {
        return id == null;
    }

    int centerId() {
        return centerId;
    }

    int upperCenterId() {
        return upperCenterId;
    }

    boolean knows(String hash) {
        return hash.equals(toldHash);
    }

    void told(String hash) {
        toldHash = hash;
    }
}
