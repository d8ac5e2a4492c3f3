package org.computility.compute.monitoring;

/**
 * Which nodes a person wants to see; a null member does not narrow the list.
 *
 * @param code what the code contains
 */
public record NodeFilter(String code, Boolean online) {}
