package org.computility.planning.drafts;

import java.util.List;
import java.util.UUID;
import org.computility.planning.documents.InputKind;
import org.computility.planning.documents.TaskDocument;

/** Makes what an instance shall do, and the document that says the same, from plain values. */
public final class InstanceBuilder {

    private final String algoDefCode;
    private final UUID service;
    private String deviceId;
    private int priority;
    private List<TaskInput> inputs = List.of();
    private TaskDocument document = TaskDocument.EMPTY;

    InstanceBuilder(String algoDefCode, UUID service) {
        this.algoDefCode = algoDefCode;
        this.service = service;
        document = algoDefCode == null ? document.withService(service) : document.withCapability(algoDefCode);
    }

    /** The camera, or the like, that is looked at. */
    public InstanceBuilder device(String id) {
        deviceId = id;
        document = document.withDevice(id);
        return this;
    }

    /** From 0 to 9; 9 starts first. */
    public InstanceBuilder priority(int wanted) {
        priority = wanted;
        document = document.withPriority(wanted);
        return this;
    }

    /** A stream at that URL. */
    public InstanceBuilder stream(String url) {
        return input(InputKind.STREAM, List.of(url));
    }

    /** Files at those URLs, one after the other. */
    public InstanceBuilder files(List<String> urls) {
        return input(InputKind.FILE, urls);
    }

    /** Images at those URLs, one after the other. */
    public InstanceBuilder images(List<String> urls) {
        return input(InputKind.IMAGE, urls);
    }

    /** What was said so far. */
    public InstanceSpec build() {
        return new InstanceSpec(null, algoDefCode, deviceId, priority, service, inputs, List.of(), document);
    }

    private InstanceBuilder input(InputKind kind, List<String> urls) {
        inputs = List.of(TaskInput.of(kind, urls));
        document = urls.size() == 1 ? document.withInput(kind, urls.get(0)) : document.withInputs(kind, urls);
        return this;
    }
}
