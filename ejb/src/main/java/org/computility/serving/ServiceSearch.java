package org.computility.serving;

import org.computility.shared.PageRequest;

/** Which services of a node; a null status or package does not narrow the list. */
public record ServiceSearch(String computeCode, String status, String packageId, PageRequest page) {}
