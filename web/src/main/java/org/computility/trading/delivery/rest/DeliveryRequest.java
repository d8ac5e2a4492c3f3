package org.computility.trading.delivery.rest;

import org.computility.trading.licences.LicenceView;

/** A licence to deliver under (T/AI 123.12 table A.42). */
public record DeliveryRequest(LicenceView licenses) {}
