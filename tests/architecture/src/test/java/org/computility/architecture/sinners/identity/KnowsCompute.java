package org.computility.architecture.sinners.identity;

import org.computility.architecture.sinners.compute.Node;

class KnowsCompute {

    Node node;
}
