package org.computility.planning.evaluation;

/** Where something is in a picture, in shares of its width and height. */
public record Box(double x, double y, double width, double height) {

    /** The part that both have in common of the area that they cover together, 0 to 1. */
    double overlap(Box other) {
        double wide = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
        double high = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
        if (wide <= 0 || high <= 0) {
            return 0;
        }
        double common = wide * high;
        return common / (width * height + other.width * other.height - common);
    }
}
