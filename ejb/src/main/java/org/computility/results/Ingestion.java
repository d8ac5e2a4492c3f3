package org.computility.results;

/** What became of a delivery: {@code repeated} were there already. */
public record Ingestion(int accepted, int repeated) {}
