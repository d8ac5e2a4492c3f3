package org.computility.planning.documents;

/** What a task's input is. Each kind has one member in the task's document. */
public enum InputKind {
    STREAM("StreamOptions", "streamOptions"),
    IMAGE("ImageOptions", "imageOptions"),
    FILE("FileOptions", "fileOptions");

    private final String options;
    private final String member;

    InputKind(String options, String member) {
        this.options = options;
        this.member = member;
    }

    /** The member of the document that says where the input is. */
    public String options() {
        return options;
    }

    /** The same member by its neutral name. */
    public String member() {
        return member;
    }

    /** Where in a request its address usually stands, by neutral names. */
    public String usualAddress() {
        return this == STREAM ? member + ".videoStreamOptions.url" : member + ".url";
    }
}
