package org.computility.demo;

/** A package with one capability, as far as its way to the nodes is concerned. */
interface Deployable {

    /** What it is called in the story. */
    String words();

    String packageId();

    String capability();
}
