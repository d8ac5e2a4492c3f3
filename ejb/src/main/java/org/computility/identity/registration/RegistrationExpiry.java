package org.computility.identity.registration;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/** Every ten minutes, on every server: registrations that nobody decided in time expire. */
@Startup
@Singleton
@DependsOn("Migrations")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RegistrationExpiry {

    @EJB
    private RegistrationAdministration registrations;

    @WhileDatabaseAnswers
    @Schedule(hour = "*", minute = "4/10", persistent = false)
    void everyTenMinutes() {
        registrations.expire();
    }
}
