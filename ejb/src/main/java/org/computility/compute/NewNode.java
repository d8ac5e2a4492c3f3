package org.computility.compute;

/**
 * A node that registers.
 *
 * @param type as table B.1 of T/BAX 0006.5 lists it
 * @param host where the compute's own API listens
 * @param password as sent: plain, or {@code SM2:} and the hexadecimal ciphertext
 * @param servesAlgorithms false: it loads no services, tasks are started directly
 */
public record NewNode(
        String code, String type, String host, int port, String username, String password, boolean servesAlgorithms) {

    @Override
    public String toString() {
        return "NewNode[" + code + "]";
    }
}
