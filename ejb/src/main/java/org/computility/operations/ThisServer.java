package org.computility.operations;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The process that runs this code, among the servers that share the database. */
@ApplicationScoped
public class ThisServer {

    private String name;

    /** Named by its settings, once it is there. */
    public ThisServer() {}

    /** Of that name. */
    public ThisServer(String name) {
        this.name = name;
    }

    @PostConstruct
    void appear() {
        name = OperationsConfig.get().serverName() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /** As people recognise it, and another one after each start. */
    public String name() {
        return name;
    }
}
