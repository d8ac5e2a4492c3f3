package org.computility.trainer;

/**
 * A picture and what it shows.
 *
 * @param rgb three bytes a pixel, row by row
 */
@SuppressWarnings("ArrayRecordComponent") // read, never compared
record Picture(String label, int width, int height, byte[] rgb) {}
