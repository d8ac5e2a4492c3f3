package org.computility.architecture.sinners.connector.job;

import org.computility.architecture.sinners.connector.accelerator.AcceleratorSide;

class JobSide {
    AcceleratorSide other;
}
