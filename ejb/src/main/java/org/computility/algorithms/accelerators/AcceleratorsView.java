package org.computility.algorithms.accelerators;

import java.util.List;
import org.computility.algopackage.Accelerator;

/**
 * The accelerators that the platform knows of.
 *
 * @param items the rows of T/BAX 0006.5 Annex H in their order
 * @param unlisted what packages and nodes name besides, in the order of the identifiers
 */
public record AcceleratorsView(List<Item> items, List<Unlisted> unlisted) {

    /**
     * A row of the annex.
     *
     * @param name in Chinese, as printed
     * @param latinName brand and type
     */
    public record Item(
            String identifier, String name, String latinName, Accelerator.Kind kind, String brand, String type) {

        static Item of(Accelerator row) {
            return new Item(row.identifier(), row.name(), row.latinName(), row.kind(), row.brand(), row.type());
        }
    }

    /**
     * An identifier that the annex does not list.
     *
     * @param packages how many packages name it
     * @param nodes how many nodes tell of it
     */
    public record Unlisted(String identifier, long packages, long nodes) {}

    public AcceleratorsView {
        items = List.copyOf(items);
        unlisted = List.copyOf(unlisted);
    }
}
