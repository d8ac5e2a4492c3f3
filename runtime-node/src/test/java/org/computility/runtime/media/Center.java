package org.computility.runtime.media;

/** The middle of a box, where tests compare places. */
public record Center(double x, double y) {

    public static Center of(Box box) {
        return new Center(box.x() + box.width() / 2, box.y() + box.height() / 2);
    }
}
