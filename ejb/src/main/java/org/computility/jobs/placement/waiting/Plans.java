package org.computility.jobs.placement.waiting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.computility.jobs.placement.Amount;
import org.computility.jobs.placement.Places;
import org.computility.jobs.placement.Snapshot;
import org.computility.jobs.placement.Turns;
import org.computility.jobs.placement.Turns.CenterTurn;
import org.computility.jobs.placement.Turns.Turn;
import org.computility.jobs.placement.WaitingJob;
import org.computility.jobs.placement.waiting.Lacks.Lack;
import org.computility.jobs.placement.waiting.Step.AnyCenter;
import org.computility.jobs.placement.waiting.Step.BackTo;
import org.computility.jobs.placement.waiting.Step.CenterToo;
import org.computility.jobs.placement.waiting.Step.FewerNodes;
import org.computility.jobs.placement.waiting.Step.Free;
import org.computility.jobs.placement.waiting.Step.ImageToo;
import org.computility.jobs.placement.waiting.Step.MoreQuota;
import org.computility.jobs.placement.waiting.Step.Shorter;

/** Every way to admit a job at the turns that it had. */
final class Plans {

    private final Snapshot snapshot;
    private final WaitingJob job;
    /** What was changed before the round that these turns are of. */
    private final List<Step> before;

    private final Turns turns;
    private final Map<CenterTurn, Map<Boolean, List<Lack>>> lacks = new HashMap<>();

    /** Another form of the job, and the steps that lead to it. */
    private record Form(Places places, Duration wallLimit, int nodes, List<Step> steps) {
        Form {
            steps = List.copyOf(steps);
        }

        Form and(Step step, Places otherPlaces, Duration otherLimit, int otherNodes) {
            List<Step> more = new ArrayList<>(steps);
            more.add(step);
            return new Form(otherPlaces, otherLimit, otherNodes, more);
        }
    }

    Plans(Snapshot snapshot, WaitingJob job, List<Step> before, Turns turns) {
        this.snapshot = snapshot;
        this.job = job;
        this.before = before;
        this.turns = turns;
    }

    void forEach(Consumer<Change> use) {
        Form asItIs = new Form(job.places(), job.wallLimit(), job.resources().nodes(), before);
        for (Form named : naming(asItIs)) {
            for (Form limited : limiting(named)) {
                for (int nodes = limited.nodes();
                        nodes >= Math.max(1, limited.places().named().size());
                        nodes--) {
                    Form form = nodes == limited.nodes()
                            ? limited
                            : limited.and(
                                    new FewerNodes(limited.nodes() - nodes),
                                    limited.places(),
                                    limited.wallLimit(),
                                    nodes);
                    admit(form, use);
                }
            }
        }
    }

    private List<Form> naming(Form form) {
        List<Form> forms = new ArrayList<>(List.of(form));
        List<String> others = turns.within().centers().stream()
                .map(center -> center.facts().id())
                .filter(id -> !form.places().named().contains(id))
                .toList();
        if (!form.places().named().isEmpty()) {
            forms.add(form.and(new AnyCenter(), form.places().naming(List.of()), form.wallLimit(), form.nodes()));
            others.forEach(id -> forms.add(naming(form, id)));
            return forms;
        }
        for (int i = 0; form.nodes() > 1 && i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                forms.add(naming(naming(form, others.get(i)), others.get(j)));
            }
        }
        return forms;
    }

    private static Form naming(Form form, String centerId) {
        return form.and(new CenterToo(centerId), form.places().namingToo(centerId), form.wallLimit(), form.nodes());
    }

    /** As long as it is, and so long that it ends when a reservation begins. */
    private List<Form> limiting(Form form) {
        Set<Instant> begins = new TreeSet<>();
        for (Turn turn : all()) {
            turn.centers().stream()
                    .filter(center -> Lacks.runsPastReservation(center, snapshot, form.wallLimit()))
                    .map(CenterTurn::reservedFrom)
                    .filter(snapshot.at()::isBefore)
                    .forEach(begins::add);
        }
        List<Form> forms = new ArrayList<>(List.of(form));
        for (Instant begin : begins) {
            Duration limit = Duration.between(snapshot.at(), begin);
            forms.add(form.and(new Shorter(form.wallLimit().minus(limit)), form.places(), limit, form.nodes()));
        }
        return forms;
    }

    private Set<Turn> all() {
        Set<Turn> all = new LinkedHashSet<>(List.of(turns.within()));
        if (turns.borrowing() != null) {
            all.add(turns.borrowing());
        }
        return all;
    }

    private void admit(Form form, Consumer<Change> use) {
        Turn within = turns.within();
        Amount over = Amount.NONE;
        if (within.quota() != null) {
            Amount left = within.quota().plus(job.favour().beyondQuota()).minus(within.used());
            over = job.ofEachNode().times(form.nodes()).beyond(left);
        }
        if (over.isNothing()) {
            admit(form, within, false, use);
            return;
        }
        admit(form.and(new MoreQuota(over), form.places(), form.wallLimit(), form.nodes()), within, false, use);
        if (turns.borrowing() != null) {
            admit(form, turns.borrowing(), true, use);
        }
    }

    private void admit(Form form, Turn turn, boolean borrowing, Consumer<Change> use) {
        List<String> named = form.places().named();
        if (named.isEmpty()) {
            for (CenterTurn center : turn.centers()) {
                List<Step> steps = new ArrayList<>(form.steps());
                if (admit(center, form, form.nodes(), borrowing, steps)) {
                    use.accept(new Change(steps));
                }
            }
            return;
        }
        List<Step> steps = new ArrayList<>(form.steps());
        for (int i = 0; i < named.size(); i++) {
            String id = named.get(i);
            int tasks = form.places().tasksAt(i, form.nodes());
            boolean able = turn.centers().stream()
                    .anyMatch(center -> center.facts().id().equals(id) && admit(center, form, tasks, borrowing, steps));
            if (!able) {
                return;
            }
        }
        use.accept(new Change(steps));
    }

    /** Adds the steps that admit so many tasks at the center; false: none do. */
    private boolean admit(CenterTurn center, Form form, int tasks, boolean borrowing, List<Step> steps) {
        boolean late = Lacks.runsPastReservation(center, snapshot, form.wallLimit());
        List<Lack> nodes = lacks.computeIfAbsent(center, key -> new HashMap<>())
                .computeIfAbsent(
                        late,
                        key -> Lacks.of(center, job, late).stream()
                                .filter(Lack::canBeFreed)
                                .toList());
        String id = center.facts().id();
        if (form.places().unfitAt(id) != null
                || !center.facts().connected()
                || (borrowing && center.wantedBy() != null)
                || nodes.size() < tasks) {
            return false;
        }
        if (!form.places().hasImageAt(id)) {
            steps.add(new ImageToo(id));
        }
        if (form.places().avoids(id)) {
            steps.add(new BackTo(id));
        }
        nodes.subList(0, tasks).stream()
                .filter(lack -> !lack.lacking().isNothing())
                .forEach(lack -> steps.add(new Free(id, lack.node(), lack.lacking())));
        return true;
    }
}
