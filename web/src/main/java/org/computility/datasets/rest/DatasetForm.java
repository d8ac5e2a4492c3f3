package org.computility.datasets.rest;

import java.io.IOException;
import java.io.InputStream;
import org.computility.datasets.catalogue.NewDataSet;
import org.computility.shared.Rejected;
import org.computility.shared.rest.files.FormParts;

/** The parts of T/AI 123.8 table A.28. */
final class DatasetForm {

    private static final int LONGEST_MD5 = 32;
    private static final int LONGEST_TITLE = 128;
    private static final int LONGEST_DESCRIPTION = 4000;
    private static final int LONGEST_LABELS = 1000;
    private static final int LONGEST_SIZE = 18;
    private static final int LONGEST_FLAG = 5;

    private final FormParts parts;

    DatasetForm(FormParts parts) {
        this.parts = parts;
    }

    NewDataSet said() throws IOException {
        return new NewDataSet(
                required("title", LONGEST_TITLE),
                required("md5", LONGEST_MD5),
                size(required("size", LONGEST_SIZE)),
                text("desc", LONGEST_DESCRIPTION),
                text("labels", LONGEST_LABELS),
                flag(text("public", LONGEST_FLAG)));
    }

    /** To be closed by the caller. */
    InputStream file() {
        return parts.file("file").orElseThrow(() -> missing("file"));
    }

    private String required(String name, int longest) throws IOException {
        String text = text(name, longest);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    private String text(String name, int longest) throws IOException {
        String text = parts.text(name, longest).orElse("");
        if (text.indexOf('\0') >= 0) {
            throw new Rejected("member-invalid", name, name + " has no character U+0000.");
        }
        return text.isEmpty() ? null : text;
    }

    private static boolean flag(String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw new Rejected("member-type", "public", "public is true or false.");
        }
        return "true".equals(text);
    }

    private static long size(String text) {
        if (!text.matches("[0-9]+")) {
            throw new Rejected("member-type", "size", "size is a whole number of bytes.");
        }
        return Long.parseLong(text);
    }

    private static Rejected missing(String name) {
        return new Rejected("member-missing", name, name + " is missing.");
    }
}
