package org.computility.demo.truth;

import java.util.List;

/** Whether the findings fit the scene, both in words, and what exactly does not fit. */
public record Verdict(boolean matches, String there, String found, List<String> remarks) {}
