package org.computility.client.network;

/** Processors (T/AI 123.8 table 1); {@code arch} is X86, ARM, … or null where it is not known. */
public record Cpu(String arch, long cores) {}
