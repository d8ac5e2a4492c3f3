package org.computility.shared.outbound;

/**
 * What a service answered.
 *
 * @param type as {@code Content-Type} says; empty where it says nothing
 */
public record OutboundAnswer(int status, String type, byte[] body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
