package org.computility.architecture.sinners.shared;

/** Innocent. */
public class Plain {}
