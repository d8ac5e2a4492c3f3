package org.computility.settlement.rest;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Texts on sheets of A4, from top to bottom; a new sheet where one is full. The font is embedded with the characters that are
 * used. Close it.
 */
final class PdfSheet implements AutoCloseable {

    static final float LEFT = 48;
    static final float RIGHT = PDRectangle.A4.getWidth() - LEFT;

    /** On WildFly it complains as an ERROR that it could not unmap files; there are none to unmap. */
    private static final Logger UNMAPPING = Logger.getLogger("org.apache.pdfbox.io.IOUtils");

    private static final float TOP = PDRectangle.A4.getHeight() - 64;
    private static final float BOTTOM = 64;
    private static final float SMALL = 8;
    private static final float POINTS_OF_AN_EM = 1000;

    /** What stands where the font has no character. */
    private static final int GETA = '〓';

    private final PDDocument document = new PDDocument();
    private final List<PDPage> pages = new ArrayList<>();
    private final TrueTypeFont letters;
    private final CmapLookup known;
    private final PDType0Font font;
    private PDPageContentStream pen;
    private float height;

    static {
        UNMAPPING.setLevel(Level.OFF);
    }

    PdfSheet(byte[] trueType) throws IOException {
        letters = new TTFParser().parse(new RandomAccessReadBuffer(trueType));
        known = letters.getUnicodeCmapLookup();
        font = PDType0Font.load(document, letters, true);
        turn();
    }

    /** Goes down; to the next sheet where less than that is left. */
    void down(float points) throws IOException {
        height -= points;
        if (height < BOTTOM) {
            turn();
        }
    }

    /** A text on the current line that begins there; its end is left out where the sheet has no room for it. */
    void left(float at, float size, String text) throws IOException {
        String written = written(text);
        int fits = written.length();
        while (fits > 0 && at + width(written.substring(0, fits), size) > RIGHT) {
            fits = written.offsetByCodePoints(fits, -1);
        }
        write(at, height, size, written.substring(0, fits));
    }

    /** A text on the current line that ends there. */
    void right(float at, float size, String text) throws IOException {
        String written = written(text);
        write(at - width(written, size), height, size, written);
    }

    private float width(String written, float size) throws IOException {
        return font.getStringWidth(written) / POINTS_OF_AN_EM * size;
    }

    /** A line from side to side, a little below the current one. */
    void rule() throws IOException {
        float below = height - 5;
        pen.setStrokingColor(Color.GRAY);
        pen.setLineWidth(0.5f);
        pen.moveTo(LEFT, below);
        pen.lineTo(RIGHT, below);
        pen.stroke();
    }

    /** The document, each sheet numbered. */
    byte[] finish(String title) throws IOException {
        pen.close();
        for (PDPage page : pages) {
            pen = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
            height = BOTTOM / 2;
            left(LEFT, SMALL, title);
            right(RIGHT, SMALL, (pages.indexOf(page) + 1) + " / " + pages.size());
            pen.close();
        }
        document.getDocumentInformation().setTitle(title);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
        letters.close();
    }

    private void turn() throws IOException {
        if (pen != null) {
            pen.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        pen = new PDPageContentStream(document, page);
        height = TOP;
    }

    private void write(float x, float y, float size, String written) throws IOException {
        pen.beginText();
        pen.setFont(font, size);
        pen.newLineAtOffset(x, y);
        pen.showText(written);
        pen.endText();
    }

    private String written(String text) {
        return text.codePoints()
                .map(each -> known.getGlyphId(each) == 0 ? GETA : each)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
