package org.computility.reporting.signing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** How closely an account is checked, where somebody said so. */
@Entity
@Table(name = "sign_setting")
class SignSetting {

    @Id
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private SignMode mode;

    protected SignSetting() {}

    static SignSetting of(UUID accountId, SignMode mode) {
        SignSetting setting = new SignSetting();
        setting.accountId = accountId;
        setting.mode = mode;
        return setting;
    }

    UUID accountId() {
        return accountId;
    }

    SignMode mode() {
        return mode;
    }
}
