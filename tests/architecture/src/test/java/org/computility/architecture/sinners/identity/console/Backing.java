package org.computility.architecture.sinners.identity.console;

import jakarta.inject.Named;

@Named
class Backing {}
