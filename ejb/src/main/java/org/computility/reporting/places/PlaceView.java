package org.computility.reporting.places;

/**
 * A place that has a code.
 *
 * @param name as the standard prints it
 */
public record PlaceView(String code, PlaceKind kind, String name) {}
