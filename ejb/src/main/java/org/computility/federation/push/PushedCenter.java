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

    /** Null: whether it is there is not known. */
    private Integer upperCenterId;

    /** Of the facts that were told last. */
    private String toldHash;

    /** The name under which its creation was tried, whatever came of it. */
    private String triedName;

    protected PushedCenter() {}

    static PushedCenter of(int upperId, int centerId) {
        PushedCenter center = new PushedCenter();
        center.upperId = upperId;
        center.centerId = centerId;
        return center;
    }

    boolean isNew() {
        return id == null;
    }

    int centerId() {
        return centerId;
    }

    Integer upperCenterId() {
        return upperCenterId;
    }

    String triedName() {
        return triedName;
    }

    void tried(String name) {
        triedName = name;
    }

    boolean knows(String hash) {
        return hash.equals(toldHash);
    }

    void told(int there, String hash) {
        upperCenterId = there;
        toldHash = hash;
    }
}
