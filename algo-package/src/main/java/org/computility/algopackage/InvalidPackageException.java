package org.computility.algopackage;

/** A package that cannot be accepted; the message says what its maker has to mend. */
public class InvalidPackageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String member;

    public InvalidPackageException(String member, String message) {
        super(message);
        this.member = member;
    }

    /** The key of {@code algo.yaml} ({@code Capabilities[0].Code}) or the archive member at fault. */
    public String member() {
        return member;
    }
}
