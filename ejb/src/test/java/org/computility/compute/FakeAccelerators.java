package org.computility.compute;

import jakarta.resource.ResourceException;
import java.util.HashMap;
import java.util.Map;
import org.computility.connector.RuntimeFailure;
import org.computility.connector.accelerator.Door;

/** Reaches the nodes of a test. */
public final class FakeAccelerators extends Accelerators {

    private final Map<String, NodeStub> nodes = new HashMap<>();
    private final Map<String, Door> doors = new HashMap<>();

    /** The node of that code, from now on. */
    public NodeStub node(String code) {
        return nodes.computeIfAbsent(code, unknown -> new NodeStub());
    }

    /** How its address takes a caller, from now on. */
    public void door(String code, Door door) {
        doors.put(code, door);
    }

    @Override
    public Door knock(NodeAddress node) {
        return doors.get(node.code());
    }

    @Override
    public <T> T call(String computeCode, Call<T> call) {
        try {
            return call.on(nodes.get(computeCode));
        } catch (RuntimeFailure e) {
            throw failure(computeCode, e);
        } catch (ResourceException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public <T> T call(NodeAddress node, Call<T> call) {
        return call(node.code(), call);
    }
}
