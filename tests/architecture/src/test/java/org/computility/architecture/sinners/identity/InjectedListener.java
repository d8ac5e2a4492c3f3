package org.computility.architecture.sinners.identity;

import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;

/** Sins by what CDI is to inject. */
@MessageDriven
public class InjectedListener {

    @Inject
    Bean bean;
}
