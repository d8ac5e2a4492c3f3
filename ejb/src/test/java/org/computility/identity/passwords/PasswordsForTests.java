package org.computility.identity.passwords;

/** What tests of the rooms around need of passwords, without a container. */
public final class PasswordsForTests {

    private PasswordsForTests() {}

    public static PasswordHashes hashes() {
        PasswordHashes hashes = new PasswordHashes();
        hashes.prepare();
        return hashes;
    }

    /** Of accounts, sent from this very machine. */
    public static NewPasswords newPasswords() {
        NewPasswords passwords = new NewPasswords();
        passwords.sent = fromThisMachine();
        passwords.hashes = hashes();
        return passwords;
    }

    /** As they come from this very machine: plain. */
    public static SentPasswords fromThisMachine() {
        RequestOrigin origin = new RequestOrigin();
        origin.set("127.0.0.1", false);
        SentPasswords passwords = new SentPasswords();
        passwords.origin = origin;
        return passwords;
    }
}
