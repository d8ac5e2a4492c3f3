package org.computility.trading.delivery.rest;

import org.computility.trading.licences.LicenceView;

/** A renewed licence (T/AI 123.12 table A.55). */
public record LicenceAnswer(LicenceView licenses) {}
