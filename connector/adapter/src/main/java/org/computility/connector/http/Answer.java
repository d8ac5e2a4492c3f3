package org.computility.connector.http;

/**
 * What a runtime answered, whatever it means.
 *
 * @param about method, path and runtime, to begin a complaint with
 */
public record Answer(String about, int status, byte[] body) {}
