package org.computility.architecture.sinners.connector.accelerator;

public class AcceleratorSide {}
