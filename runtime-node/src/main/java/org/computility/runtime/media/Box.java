package org.computility.runtime.media;

/** A rectangle in a picture, in shares (0 to 1) of its width and height from the upper left corner. */
public record Box(double x, double y, double width, double height) {}
