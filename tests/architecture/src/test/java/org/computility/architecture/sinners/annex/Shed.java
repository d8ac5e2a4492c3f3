package org.computility.architecture.sinners.annex;

/** Stands in no room that the map knows. */
public class Shed {}
