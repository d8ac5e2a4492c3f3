package org.computility.architecture.sinners.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;

/** Sins by a callback whose name another method has. */
@Singleton
public class TwiceOpen {

    @PostConstruct
    void open() {
        open(1);
    }

    void open(int doors) {}
}
