package org.computility.runtime.services;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.computility.algopackage.AlgoPackage;
import org.computility.runtime.Reason;
import org.computility.runtime.Refusal;
import org.computility.runtime.inference.AcceleratorChoice;
import org.computility.runtime.inference.InferenceException;
import org.computility.runtime.packages.PackageStore;

/** The services of this node. */
public final class Services implements AutoCloseable {

    private final PackageStore packages;
    private final AcceleratorChoice accelerator;
    private final Consumer<ServiceState> news;
    private final LicenceFiles licences;
    private final Map<String, AlgorithmService> services = new LinkedHashMap<>();
    private final ExecutorService loader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "loader");
        thread.setDaemon(true);
        return thread;
    });

    /** Licence files go to the folder, which is emptied, as no service outlives its process. */
    public Services(PackageStore packages, AcceleratorChoice accelerator, Path licences, Consumer<ServiceState> news)
            throws IOException {
        this.packages = packages;
        this.accelerator = accelerator;
        this.licences = new LicenceFiles(licences);
        this.news = news;
    }

    /** Loads a service in the background; loading it again changes its number of replicas at most. */
    public synchronized void load(JsonObject body) throws Refusal {
        LoadOrder order = LoadOrder.of(body, packages, accelerator);
        String id = order.serviceId();
        AlgoPackage algoPackage = order.algoPackage();
        int replicas = order.replicas();
        AlgorithmService service = services.get(id);
        if (service != null && !service.algoPackage().id().equals(algoPackage.id())) {
            throw Refusal.conflict("The service " + id + " runs another package");
        }
        if (service != null && service.state().status().equals("ERROR")) {
            service.unload();
            service = null;
        }
        if (service == null) {
            service = new AlgorithmService(id, algoPackage, replicas, news);
            services.put(id, service);
        } else {
            service.want(replicas);
        }
        AlgorithmService wanted = service;
        news.accept(wanted.state());
        loader.execute(() -> fill(wanted, id, order.licence()));
    }

    /** Unloads a service; a service that is not loaded counts as unloaded. Its tasks must have been stopped. */
    public synchronized void unload(String id) {
        AlgorithmService service = services.remove(id);
        if (service != null) {
            service.unload();
            // Behind a fetch that may be going on.
            loader.execute(() -> licences.forget(id));
            news.accept(service.state());
        }
    }

    /** A loaded service. */
    public synchronized AlgorithmService get(String id) throws Refusal {
        AlgorithmService service = services.get(id);
        if (service == null) {
            throw Refusal.notFound("The service " + id + " is not loaded on this node");
        }
        return service;
    }

    /** All services. */
    public synchronized Collection<ServiceState> list() {
        return services.values().stream().map(AlgorithmService::state).toList();
    }

    /** Whether some service runs the package. */
    public synchronized boolean uses(String packageId) {
        return services.values().stream().anyMatch(s -> s.algoPackage().id().equals(packageId));
    }

    @Override
    public synchronized void close() {
        loader.shutdownNow();
        services.values().forEach(AlgorithmService::unload);
        services.clear();
    }

    private void fill(AlgorithmService service, String id, URI licence) {
        try {
            if (licence != null) {
                licences.fetch(id, licence);
            }
            while (service.lacksReplica()) {
                AlgoPackage algoPackage = service.algoPackage();
                Replica replica = Replica.load(algoPackage, packages.folder(algoPackage.id()), accelerator);
                if (service.lacksReplica()) {
                    service.add(replica);
                } else {
                    replica.close();
                }
            }
        } catch (InferenceException | LicenceFiles.Missing | RuntimeException e) {
            service.fail(Reason.of(e));
        }
        // Who unloaded the service has told of it.
        if (!service.isUnloaded()) {
            news.accept(service.state());
        }
    }
}
