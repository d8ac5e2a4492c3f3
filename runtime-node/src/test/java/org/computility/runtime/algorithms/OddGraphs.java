package org.computility.runtime.algorithms;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.List;

/** Small graphs over a frame of 16 × 16 that keep or break what a description may promise of them. */
public final class OddGraphs {

    public static final int SIDE = 16;

    private OddGraphs() {}

    /** Answers the same cells, each a tenth more than the one before, whatever the frame shows. */
    public static byte[] answering(long... shape) {
        GraphDrawing g = new GraphDrawing("answering");
        g.input("frame", DataType.UINT8, SIDE, SIDE, 3);
        float[] cells = new float[(int) Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i / 10f;
        }
        g.output(g.floats(cells, shape), "cells", shape);
        return g.toBytes();
    }

    /** Tells two classes by the mean brightness of the picture, as a fraction of the greatest: dark, bright. */
    public static byte[] tellingBrightness() {
        GraphDrawing g = new GraphDrawing("telling-brightness");
        String frame = g.input("frame", DataType.UINT8, SIDE, SIDE, 3);
        String mean = g.node("ReduceMean", List.of(g.cast(frame)), GraphDrawing.ints("axes", 0, 1, 2));
        String bright = g.reshape(g.node("Div", List.of(mean, g.scalar(255))), 1, 1);
        String dark = g.node("Sub", List.of(g.scalar(1), bright));
        AttributeProto columns = AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(1)
                .build();
        g.output(g.node("Concat", List.of(dark, bright), columns), "scores", 1, 2);
        return g.toBytes();
    }

    /** Takes floats where bytes are promised. */
    public static byte[] takingFloats() {
        GraphDrawing g = new GraphDrawing("taking-floats");
        g.input("frame", DataType.FLOAT, SIDE, SIDE, 3);
        g.output(g.floats(new float[] {0}, 1, 1), "cells", 1, 1);
        return g.toBytes();
    }

    /** Adds one to its state with every frame and answers it. */
    public static byte[] counting() {
        GraphDrawing g = new GraphDrawing("counting");
        g.input("frame", DataType.UINT8, SIDE, SIDE, 3);
        String before = g.input("before", DataType.FLOAT, 1, 1);
        String now = g.node("Add", List.of(before, g.scalar(1)));
        g.output(now, "now", 1, 1);
        g.output(now, "cells", 1, 1);
        return g.toBytes();
    }

    /** Keeps twice what it took as its state, so that nothing fits after the first frame. */
    public static byte[] growing() {
        GraphDrawing g = new GraphDrawing("growing");
        g.input("frame", DataType.UINT8, SIDE, SIDE, 3);
        String before = g.input("before", DataType.FLOAT, 1, 1);
        AttributeProto rows = AttributeProto.newBuilder()
                .setName("axis")
                .setType(AttributeProto.AttributeType.INT)
                .setI(0)
                .build();
        g.output(g.node("Concat", List.of(before, before), rows), "now", 2, 1);
        g.output(before, "cells", 1, 1);
        return g.toBytes();
    }

    /** Counts, but does not say of what shape its state is. */
    public static byte[] shapeless() {
        try {
            ModelProto.Builder model = ModelProto.parseFrom(counting()).toBuilder();
            TypeProto.Builder before =
                    model.getGraphBuilder().getInputBuilder(1).getTypeBuilder();
            before.getTensorTypeBuilder().getShapeBuilder().getDimBuilder(0).clearDimValue();
            return model.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
