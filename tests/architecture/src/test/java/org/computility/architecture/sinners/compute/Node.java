package org.computility.architecture.sinners.compute;

/** In order: uses a room below. */
public class Node {

    org.computility.architecture.sinners.shared.Plain plain;
}
