package org.computility.architecture.sinners.identity;

import jakarta.persistence.Entity;

/** Sins by being public. */
@Entity
public class PublicEntity {}
