package org.computility.compute.console;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.computility.compute.console.ServiceTallies.Tally;
import org.computility.compute.monitoring.NodePicture;

/** Puts nodes into words, with what the rooms above know of them. */
@ApplicationScoped
class ShownNodes {

    @Inject
    private ServiceTallies services;

    List<NodeCells> of(List<NodePicture> pictures) {
        Map<String, Tally> tallies = services.at(
                pictures.stream().map(picture -> picture.node().code()).toList());
        return pictures.stream()
                .map(picture -> new NodeCells(
                        picture, tallies.getOrDefault(picture.node().code(), Tally.NONE)))
                .toList();
    }
}
