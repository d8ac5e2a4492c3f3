package org.computility.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What comes in has plain names: the tables of a standard end in {@code .rest}, below which nobody speaks JSON. */
final class IncomingRules {

    /** The only classes, and the one package, that may know JSON: columns that hold it, documents that are handed on as they are, the chain's text. */
    static final Set<String> KNOW_JSON = Set.of(
            "shared.JsonSupport",
            "shared.database.JsonColumn",
            "shared.database.JsonLimits",
            "shared.database.KeptJson",
            "audit.AuditRecord",
            "operations.ParametersColumn",
            "operations.ProgressFactsColumn",
            "planning.documents",
            // What an evaluation found out is kept, and shown, as it was written.
            "planning.evaluation.Evaluation",
            "planning.evaluation.EvaluationView",
            "planning.evaluation.ScoresText",
            // What nodes tell of themselves, machine by machine, passes as it came (T/BAX 0006.5 annex G).
            "compute.energy.ToldEnergy",
            "compute.monitoring.ComputeFigures",
            "compute.monitoring.ComputeMonitoring",
            "compute.monitoring.ComputilityView",
            "compute.monitoring.Figures",
            "compute.monitoring.FiguresColumn",
            "compute.monitoring.FiguresKeeping",
            "compute.monitoring.LiveFigures",
            "compute.monitoring.ToldMachines",
            "algorithms.AlgoDefView",
            "algorithms.Capability",
            "algorithms.PackageJson",
            // What authorization servers answer is theirs, and one answer long.
            "licensing.quotas.QuotaAnswer",
            "serving.EnvColumn",
            "centers.registration.CapacityColumn",
            "jobs.register.columns",
            // What is signed of a licence is its JSON.
            "trading.licences.LicenceText",
            // And of a proof of delivery.
            "trading.delivery.ProofText",
            // What services take and put out.
            "trading.subscription.calls.ServiceInput",
            "trading.subscription.calls.ServiceOutput",
            // Figures are documents with open groups, and have one form.
            "reporting.figures",
            // What is signed of news is their JSON.
            "federation.subscribers.NewsText",
            // A client of TC609: what is told to the platform above, and asked of it.
            "federation.calls",
            "federation.books.UpperReports",
            // Answers of other platforms are documents with open groups.
            "federation.live",
            "federation.upper.UpperMonitoring",
            "results.ResultView",
            "results.TaskResult");

    private static final List<String> THREE_TEXTS = Collections.nCopies(3, String.class.getName());

    private final String root;

    IncomingRules(String root) {
        this.root = root;
    }

    /** Of those of the rooms. */
    ArchRule keepsJsonInColumnsAndDocuments(String... rooms) {
        return noClasses()
                .that(areIn(rooms))
                .and(DescribedPredicate.not(mayKnowJson()))
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.json", "jakarta.json.stream..", "jakarta.json.spi.."))
                .because("a room takes records; whoever speaks JSON reads it before");
    }

    ArchRule namesTheStandardsMembersInViewsOnly(String... rooms) {
        return fields().that()
                .areAnnotatedWith(JsonbProperty.class)
                .and()
                .areDeclaredInClassesThat(areIn(rooms))
                .should()
                .beDeclaredInClassesThat(areViews())
                .because("a view is the picture of a table; what comes in has plain names");
    }

    /** Failures have a constructor for the edge, which takes a member as a table spells it. */
    ArchRule namesMembersAtFaultNeutrally(String... rooms) {
        return noClasses()
                .that(areIn(rooms))
                .should()
                .callConstructorWhere(takesTheMemberAsItIsWritten())
                .because("a room says new Member(\"computeCode\"), which the family that was called spells");
    }

    private DescribedPredicate<JavaClass> areIn(String... rooms) {
        List<String> packages =
                Arrays.stream(rooms).map(room -> root + "." + room).toList();
        return DescribedPredicate.describe(
                "are in " + String.join(", ", rooms),
                type -> packages.stream().anyMatch(room -> (type.getPackageName() + ".").startsWith(room + ".")));
    }

    /** And what Hibernate's processor writes beside an entity. */
    private DescribedPredicate<JavaClass> mayKnowJson() {
        return DescribedPredicate.describe(
                "may know JSON",
                type -> KNOW_JSON.contains(
                                outermost(type).substring(root.length() + 1).replaceFirst("_$", ""))
                        || KNOW_JSON.contains(type.getPackageName().substring(root.length() + 1)));
    }

    private static DescribedPredicate<JavaClass> areViews() {
        return DescribedPredicate.describe(
                "are views, or parts of one", type -> outermost(type).endsWith("View"));
    }

    private static DescribedPredicate<JavaConstructorCall> takesTheMemberAsItIsWritten() {
        return DescribedPredicate.describe(
                "make a failure of code, member and message as texts",
                call -> call.getTargetOwner().isAssignableTo(RuntimeException.class)
                        && call.getTarget().getRawParameterTypes().stream()
                                .map(JavaClass::getName)
                                .toList()
                                .equals(THREE_TEXTS));
    }

    private static String outermost(JavaClass type) {
        return type.getName().split("\\$", 2)[0];
    }
}
