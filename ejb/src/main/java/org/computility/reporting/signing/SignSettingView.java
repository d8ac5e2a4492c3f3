package org.computility.reporting.signing;

import java.util.UUID;

/** How closely an account is checked. */
public record SignSettingView(UUID accountId, SignMode mode) {}
