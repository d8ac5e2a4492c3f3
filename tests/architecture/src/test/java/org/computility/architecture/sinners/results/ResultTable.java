package org.computility.architecture.sinners.results;

class ResultTable {}
