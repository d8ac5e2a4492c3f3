package org.computility.client.network;

import java.math.BigDecimal;

/** Accelerators (T/AI 123.8 table 2); {@code product} and {@code memory} are null where any will do, or nothing is known. */
public record Processor(String type, long count, String product, BigDecimal memory, String memoryUnit) {}
