package org.computility.runtime.services;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.computility.algopackage.AlgoPackage;
import org.computility.runtime.Refusal;
import org.computility.runtime.inference.Graph;

/** A loaded package: {@code streams per replica × replicas} tasks fit in. */
public final class AlgorithmService {

    /** A place in a service; given back when the task is over. */
    public final class Seat implements AutoCloseable {

        private final Replica replica;
        private final Graph graph;
        private boolean free;
        private boolean overloaded;

        private Seat(Replica replica, Graph graph) {
            this.replica = replica;
            this.graph = graph;
        }

        /** The graph of the capability asked for. */
        public Graph graph() {
            return graph;
        }

        /** Whether its task has to leave out frames to keep up with its stream. */
        public void overloaded(boolean now) {
            synchronized (AlgorithmService.this) {
                if (overloaded == now) {
                    return;
                }
                overloaded = now;
                overloadedSeats += now ? 1 : -1;
            }
            news.accept(state());
        }

        @Override
        public void close() {
            overloaded(false);
            synchronized (AlgorithmService.this) {
                if (!free) {
                    free = true;
                    replica.giveBack();
                    closeSurplus();
                }
            }
        }
    }

    private static final String UNLOADED = "UNSPECIFIED";

    private final String id;
    private final AlgoPackage algoPackage;
    private final List<Replica> replicas = new ArrayList<>();
    private final Consumer<ServiceState> news;
    private int wanted;
    private int overloadedSeats;
    private String status = "INIT";
    private String message;

    AlgorithmService(String id, AlgoPackage algoPackage, int wanted, Consumer<ServiceState> news) {
        this.id = id;
        this.algoPackage = algoPackage;
        this.wanted = wanted;
        this.news = news;
    }

    /** What it runs. */
    public AlgoPackage algoPackage() {
        return algoPackage;
    }

    /** The state of the service now. */
    public synchronized ServiceState state() {
        if (status.equals("RUNNING") && overloadedSeats > 0) {
            String why = overloadedSeats + " tasks leave out frames to keep up with their streams";
            return new ServiceState(id, algoPackage.id(), "OVERLOAD", wanted, why);
        }
        return new ServiceState(id, algoPackage.id(), status, wanted, message);
    }

    /** A place for one more task of a capability, in the emptiest replica; an overloaded service gives places, too. */
    public synchronized Seat take(String capability) throws Refusal {
        if (!status.equals("RUNNING")) {
            throw Refusal.conflict("The service " + id + " is not running but " + status);
        }
        int streams = algoPackage.streamsPerReplica();
        // While a replica too many empties, the fuller ones get the tasks.
        Comparator<Replica> order = Comparator.comparingInt(Replica::tasks);
        Replica next = replicas.stream()
                .filter(r -> tasks() < wanted * streams && r.tasks() < streams)
                .min(replicas.size() > wanted ? order.reversed() : order)
                .orElseThrow(() -> Refusal.conflict("The service " + id + " is full: "
                        + Math.min(wanted, replicas.size()) + " replicas of " + streams + " streams"));
        return new Seat(next, next.take(capability));
    }

    private int tasks() {
        return replicas.stream().mapToInt(Replica::tasks).sum();
    }

    /** Running tasks stay where they are: of fewer replicas, one too many is closed when its last task ends. */
    synchronized void want(int count) throws Refusal {
        if (count < wanted && tasks() > count * algoPackage.streamsPerReplica()) {
            throw Refusal.conflict("The service " + id + " runs " + tasks() + " tasks, more than " + count
                    + " replicas of " + algoPackage.streamsPerReplica() + " streams take");
        }
        wanted = count;
        if (status.equals("RUNNING")) {
            message = null;
        }
        closeSurplus();
        runIfComplete();
    }

    private void closeSurplus() {
        replicas.sort(Comparator.comparingInt(Replica::tasks).reversed());
        while (replicas.size() > wanted && replicas.get(replicas.size() - 1).tasks() == 0) {
            replicas.remove(replicas.size() - 1).close();
        }
    }

    synchronized boolean lacksReplica() {
        return replicas.size() < wanted && !status.equals("ERROR");
    }

    synchronized void add(Replica replica) {
        replicas.add(replica);
        runIfComplete();
    }

    private void runIfComplete() {
        if (status.equals("INIT") && replicas.size() >= wanted) {
            status = "RUNNING";
        }
    }

    /**
     * A service that was unloaded meanwhile stays unloaded. One that runs goes on with the replicas it has and the licence it
     * has read, and says what it did not get.
     */
    synchronized void fail(String why) {
        if (isUnloaded()) {
            return;
        }
        message = why;
        if (status.equals("RUNNING")) {
            wanted = replicas.size();
        } else {
            status = "ERROR";
        }
    }

    synchronized boolean isUnloaded() {
        return status.equals(UNLOADED);
    }

    synchronized void unload() {
        status = UNLOADED;
        wanted = 0;
        replicas.forEach(Replica::close);
        replicas.clear();
    }
}
