package org.computility.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.ejb.Schedule;
import jakarta.ejb.Schedules;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import org.computility.shared.database.outage.WhileDatabaseAnswers;

/** What keeps a timer alive through an outage of the database. */
final class TimerRules {

    private TimerRules() {}

    static ArchRule keepsTransactionsFromTimers() {
        return methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .or()
                .areAnnotatedWith(Schedules.class)
                .should()
                .beAnnotatedWith(WhileDatabaseAnswers.class)
                .andShould(beOfABeanThatManagesTransactions())
                .because(
                        "Payara takes a timer away for good when two of its transactions were rolled back, as in an outage");
    }

    private static ArchCondition<JavaMethod> beOfABeanThatManagesTransactions() {
        return ArchCondition.from(DescribedPredicate.describe(
                "be of a bean that manages transactions itself",
                method -> method.getOwner()
                        .tryGetAnnotationOfType(TransactionManagement.class)
                        .filter(management -> management.value() == TransactionManagementType.BEAN)
                        .isPresent()));
    }
}
