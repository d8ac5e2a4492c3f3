package org.computility.client.network;

import java.math.BigDecimal;

/** Memory (T/AI 123.8 table 3); {@code unit} is MiB, GiB or TiB. */
public record Memory(BigDecimal size, String unit) {}
