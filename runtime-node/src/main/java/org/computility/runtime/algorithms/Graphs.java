package org.computility.runtime.algorithms;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * The graphs. Both take a frame of 640 × 360 as bytes RGB, average it over blocks of 4 × 4 pixels (which also removes
 * sensor noise) and answer a grid of 16 × 9 cells.
 */
final class Graphs {

    static final int WIDTH = 640;
    static final int HEIGHT = 360;
    static final int COLUMNS = 16;
    static final int ROWS = 9;

    private static final int BLOCK = 4;
    private static final int BLOCKS_X = WIDTH / BLOCK;
    private static final int BLOCKS_Y = HEIGHT / BLOCK;
    private static final float[] RED = {1, 0, 0};
    private static final float[] GREEN = {0, 1, 0};
    private static final float[] BLUE = {0, 0, 1};
    /** ITU-R BT.601 luma. */
    private static final float[] GRAY = {0.299f, 0.587f, 0.114f};

    private Graphs() {}

    /**
     * A block moves when its brightness differs from the frame before by more than 10 of 255; moving blocks grow by one
     * block to all sides, so that both edges of a slow thing join.
     */
    static byte[] motion() {
        GraphDrawing g = new GraphDrawing("motion-in-area");
        String frame = g.input("frame", DataType.UINT8, HEIGHT, WIDTH, 3);
        String previous = g.input("previous", DataType.FLOAT, 1, 1, BLOCKS_Y, BLOCKS_X);
        String gray = blocks(g, frame, GRAY);
        String change = g.node("Abs", List.of(g.node("Sub", List.of(gray, previous))));
        String moves = g.cast(g.node("Greater", List.of(change, g.scalar(10 / 255.0))));
        String grown = g.node(
                "MaxPool",
                List.of(moves),
                GraphDrawing.ints("kernel_shape", 3, 3),
                GraphDrawing.ints("pads", 1, 1, 1, 1));
        cells(g, grown);
        g.output(gray, "gray", 1, 1, BLOCKS_Y, BLOCKS_X);
        return g.toBytes();
    }

    /** A block is bare soil when it is brown: red above green above blue, each by 0.05 at least, neither dark nor white. */
    static byte[] bareSoil() {
        GraphDrawing g = new GraphDrawing("bare-soil-share");
        String frame = g.input("frame", DataType.UINT8, HEIGHT, WIDTH, 3);
        String red = blocks(g, frame, RED);
        String green = blocks(g, frame, GREEN);
        String blue = blocks(g, frame, BLUE);
        String redder = above(g, g.node("Sub", List.of(red, green)), 0.05);
        String yellower = above(g, g.node("Sub", List.of(green, blue)), 0.05);
        String lit = above(g, red, 0.2);
        String notWhite = g.node("Less", List.of(blue, g.scalar(0.6)));
        String brown = and(g, and(g, redder, yellower), and(g, lit, notWhite));
        cells(g, g.cast(brown));
        return g.toBytes();
    }

    private static String above(GraphDrawing g, String tensor, double limit) {
        return g.node("Greater", List.of(tensor, g.scalar(limit)));
    }

    private static String and(GraphDrawing g, String left, String right) {
        return g.node("And", List.of(left, right));
    }

    /** One plane of block averages: rows of RGBRGB… bytes are one channel to a convolution that strides over whole blocks. */
    private static String blocks(GraphDrawing g, String frame, float[] weights) {
        float[] kernel = new float[BLOCK * BLOCK * 3];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = weights[i % 3] / (BLOCK * BLOCK * 255);
        }
        String plane = g.reshape(g.cast(frame), 1, 1, HEIGHT, WIDTH * 3L);
        return g.node(
                "Conv",
                List.of(plane, g.floats(kernel, 1, 1, BLOCK, BLOCK * 3L)),
                GraphDrawing.ints("kernel_shape", BLOCK, BLOCK * 3L),
                GraphDrawing.ints("strides", BLOCK, BLOCK * 3L));
    }

    private static void cells(GraphDrawing g, String marks) {
        String pooled = g.node(
                "AveragePool",
                List.of(marks),
                GraphDrawing.ints("kernel_shape", BLOCKS_Y / ROWS, BLOCKS_X / COLUMNS),
                GraphDrawing.ints("strides", BLOCKS_Y / ROWS, BLOCKS_X / COLUMNS));
        g.output(g.reshape(pooled, ROWS, COLUMNS), "cells", ROWS, COLUMNS);
    }
}
