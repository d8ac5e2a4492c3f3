package org.computility.audit;

/**
 * What checking the chain found.
 *
 * @param checked records read
 * @param firstBrokenId the first record that is altered or gone; null when none is
 */
public record AuditVerification(boolean valid, long checked, Long firstBrokenId) {

    static AuditVerification intact(long checked) {
        return new AuditVerification(true, checked, null);
    }

    static AuditVerification broken(long checked, long id) {
        return new AuditVerification(false, checked, id);
    }
}
