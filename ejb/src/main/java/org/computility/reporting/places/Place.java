package org.computility.reporting.places;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A place that has a code. */
@Entity
@Table(name = "monitoring_place")
class Place {

    @Id
    private String code;

    @Enumerated(EnumType.STRING)
    private PlaceKind kind;

    private String name;

    protected Place() {}

    PlaceView view() {
        return new PlaceView(code, kind, name);
    }
}
