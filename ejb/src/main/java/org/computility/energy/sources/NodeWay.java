package org.computility.energy.sources;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.computility.energy.nodes.Covers;

/** Which node tells what a meter shows, and what of it the meter takes over. */
@Embeddable
class NodeWay {

    @Column(name = "node_code")
    private String code;

    @Enumerated(EnumType.STRING)
    @Column(name = "node_covers")
    private Covers covers;

    protected NodeWay() {}

    static NodeWay of(NewSource.Node wanted) {
        if (wanted == null) {
            return null;
        }
        NodeWay way = new NodeWay();
        way.code = wanted.code();
        way.covers = Objects.requireNonNullElse(wanted.covers(), Covers.ALL);
        return way;
    }

    NewSource.Node view() {
        return new NewSource.Node(code, covers);
    }
}
