package org.computility.planning.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.computility.planning.drafts.Address;
import org.computility.planning.drafts.InstanceDraft;
import org.computility.planning.drafts.InstanceSpec;
import org.computility.planning.drafts.PlanType;
import org.computility.planning.drafts.TaskInput;
import org.computility.shared.NotFound;
import org.computility.shared.Rejected;

/** The rules for one instance; its capability is looked up for all of a request at once, by {@link PlanRules}. */
final class InstanceRules {

    private static final int HIGHEST_PRIORITY = 9;

    private final InputRules inputs;
    private final Function<UUID, Set<String>> offersOf;
    private final Function<Set<String>, List<String>> forEvents;

    /**
     * @param offersOf the capabilities that a service offers; throws where there is none
     * @param forEvents the capabilities that list all of these events
     */
    InstanceRules(
            InputRules inputs, Function<UUID, Set<String>> offersOf, Function<Set<String>, List<String>> forEvents) {
        this.inputs = inputs;
        this.offersOf = offersOf;
        this.forEvents = forEvents;
    }

    /** All of them, complete. */
    List<InstanceDraft> checked(List<InstanceDraft> drafts, PlanType type) {
        return drafts.stream().map(draft -> checked(draft, type)).toList();
    }

    private InstanceDraft checked(InstanceDraft draft, PlanType type) {
        InstanceDraft whole = new InstanceDraft(draft.place(), complete(draft));
        int priority = draft.spec().priority();
        if (priority < 0 || priority > HIGHEST_PRIORITY) {
            throw new Rejected("member-invalid", draft.member("priority"), "{member} is between 0 and 9.");
        }
        checkInput(draft, type);
        for (Address receiver : draft.spec().receivers()) {
            inputs.checkReceiver(draft.member(receiver.place()), receiver.url());
        }
        return whole;
    }

    private InstanceSpec complete(InstanceDraft draft) {
        InstanceSpec spec = draft.spec();
        if (spec.algoDefCode() != null) {
            return spec;
        }
        return spec.withCapability(spec.pinnedService() == null ? forItsEvents(draft) : offered(draft));
    }

    /** The capability that lists the events of the rules, as the examples of C.1 and C.8 leave it to the platform. */
    private String forItsEvents(InstanceDraft draft) {
        Set<String> events = draft.spec().eventIds();
        List<String> codes = forEvents.apply(events);
        if (codes.size() == 1) {
            return codes.get(0);
        }
        String found = codes.isEmpty() ? "no capability lists " : codes + " all list ";
        throw missing(draft, "algoDefCode", found + new TreeSet<>(events) + ", say which to run");
    }

    /** The capability that the pinned service offers (B.1: load a service first, then start tasks by its ID). */
    private String offered(InstanceDraft draft) {
        InstanceSpec spec = draft.spec();
        Set<String> offers = offers(draft);
        if (offers.size() != 1) {
            throw missing(
                    draft,
                    "algoDefCode",
                    "service " + spec.pinnedService() + " offers " + new TreeSet<>(offers) + ", say which");
        }
        return offers.iterator().next();
    }

    private Set<String> offers(InstanceDraft draft) {
        UUID service = draft.spec().pinnedService();
        try {
            return offersOf.apply(service);
        } catch (NotFound e) {
            throw new NotFound(
                    e.code(), draft.member("serviceId"), "{member} names no service: there is no " + service + ".");
        }
    }

    private void checkInput(InstanceDraft draft, PlanType type) {
        TaskInput input = type.inputs().stream()
                .flatMap(kind -> draft.spec().inputs().stream().filter(given -> given.kind() == kind))
                .findFirst()
                .orElseThrow(() -> missingInput(draft, type.inputs().get(0).member()));
        if (input.addresses().isEmpty()) {
            throw missingInput(draft, input.kind().usualAddress());
        }
        for (Address address : input.addresses()) {
            inputs.checkInput(draft.member(address.place()), address.url());
        }
    }

    private static Rejected missingInput(InstanceDraft draft, String member) {
        return missing(draft, member, "where the input comes from");
    }

    private static Rejected missing(InstanceDraft draft, String member, String why) {
        return new Rejected("member-missing", draft.member(member), "{member} is missing: " + why + ".");
    }
}
