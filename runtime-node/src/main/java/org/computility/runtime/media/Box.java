package org.computility.runtime.media;

/** A rectangle in a picture, in shares (0 to 1) of its width and height from the upper left corner. */
public record Box(double x, double y, double width, double height) {

    /** Horizontal centre. */
    public double centerX() {
        return x + width / 2;
    }

    /** Vertical centre. */
    public double centerY() {
        return y + height / 2;
    }
}
