package org.computility.shared.space;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import org.computility.shared.Unavailable;

/** The memory that the answer of a request holds until it is written. */
@RequestScoped
public class AnswerRoom {

    private final AnswerMemory.Room room;

    /** For the container. */
    public AnswerRoom() {
        this(AnswerMemory.ofThisServer());
    }

    public AnswerRoom(AnswerMemory memory) {
        room = memory.room();
    }

    /** Returns when there is room for so many bytes more, copies included; Unavailable {@code server-busy} else. */
    public void take(long bytes) {
        if (!room.hold(bytes)) {
            throw new Unavailable(
                    "server-busy", "Other answers take the memory of this server now.", Duration.ofSeconds(1));
        }
    }

    @PreDestroy
    public void close() {
        room.close();
    }
}
