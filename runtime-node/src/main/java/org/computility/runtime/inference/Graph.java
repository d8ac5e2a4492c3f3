package org.computility.runtime.inference;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import org.computility.algopackage.Model;
import org.computility.runtime.Reason;

/** One session of ONNX Runtime. Many streams may run through it at once; it is freed once the last of them is closed. */
public final class Graph implements AutoCloseable {

    static final OrtEnvironment ENVIRONMENT = environment();

    private static final Logger LOG = System.getLogger(Graph.class.getName());

    private final Model model;
    private final OrtSession session;
    private int users = 1;

    private Graph(Model model, OrtSession session) {
        this.model = model;
        this.session = session;
    }

    /**
     * Loads a graph and runs one empty frame through it. So a graph that breaks its description's promises is refused
     * here, and a card that cannot run the graph is noticed.
     */
    public static Graph load(Path folder, Model model, AcceleratorChoice accelerator) throws InferenceException {
        return load(folder, model, accelerator.attempts());
    }

    /** The last attempt's failure is the graph's. */
    static Graph load(Path folder, Model model, List<AcceleratorChoice> attempts) throws InferenceException {
        AcceleratorChoice accelerator = attempts.get(0);
        try {
            return loadOn(accelerator, folder, model);
        } catch (InferenceException e) {
            if (attempts.size() == 1) {
                throw e;
            }
            LOG.log(Level.WARNING, "{0}; now it is tried on {1}", e.getMessage(), attempts.get(1));
            return load(folder, model, attempts.subList(1, attempts.size()));
        }
    }

    private static Graph loadOn(AcceleratorChoice accelerator, Path folder, Model model) throws InferenceException {
        Graph graph = null;
        try (OrtSession.SessionOptions options = accelerator.options()) {
            Path file = folder.resolve(model.file());
            graph = new Graph(model, ENVIRONMENT.createSession(file.toString(), options));
            new Promise(model, graph.session).check();
            try (StreamInference trial = graph.openStream()) {
                trial.run();
            }
            LOG.log(Level.INFO, "The graph {0} runs on {1}", model.file(), accelerator);
            return graph;
        } catch (OrtException | InferenceException | RuntimeException e) {
            if (graph != null) {
                graph.close();
            }
            throw new InferenceException(
                    "The graph %s cannot be run on %s: %s".formatted(model.file(), accelerator, Reason.of(e)), e);
        }
    }

    /** What it takes and answers. */
    public Model model() {
        return model;
    }

    private static OrtEnvironment environment() {
        Discretion.keep();
        return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "computility");
    }

    OrtSession session() {
        return session;
    }

    /** A conversation of one stream with this graph. */
    public StreamInference openStream() throws InferenceException {
        synchronized (this) {
            if (users == 0) {
                throw new InferenceException("The graph is unloaded", null);
            }
            users++;
        }
        return new StreamInference(this);
    }

    /** Gives up the loader's hold on the graph. */
    @Override
    public void close() {
        release();
    }

    synchronized void release() {
        if (--users == 0) {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
