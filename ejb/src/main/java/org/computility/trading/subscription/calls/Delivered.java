package org.computility.trading.subscription.calls;

/** What a service put out: whole, or as it comes. */
public sealed interface Delivered permits ServiceOutput, ServiceStream {}
