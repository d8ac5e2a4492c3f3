package org.computility.architecture.sinners.identity;

import jakarta.ejb.Singleton;

/** Is made when the first caller comes. */
@Singleton
public class LateSingleton {

    public void call() {}
}
