package org.computility.federation.lower;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a center is called by the platform that reports it. */
@Entity
@Table(name = "lower_center")
class LowerCenter {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @Column
    private int lowerId;

    @Column
    private int centerId;

    private int lowerCenterId;

    protected LowerCenter() {}

    int lowerCenterId() {
        return lowerCenterId;
    }
}
