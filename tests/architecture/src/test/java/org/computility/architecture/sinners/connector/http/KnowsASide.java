package org.computility.architecture.sinners.connector.http;

import org.computility.architecture.sinners.connector.accelerator.AcceleratorSide;

class KnowsASide {
    AcceleratorSide side;
}
