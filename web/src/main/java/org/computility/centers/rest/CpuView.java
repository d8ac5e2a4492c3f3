package org.computility.centers.rest;

/**
 * Processors (T/AI 123.8 table 1).
 *
 * @param arch X86, ARM, …; null: not known
 */
public record CpuView(String arch, long cores) {}
