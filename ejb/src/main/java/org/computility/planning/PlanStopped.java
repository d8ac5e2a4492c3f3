package org.computility.planning;

/** Somebody stopped the plan, or deletes it; told in the transaction that does so, before its instances are stopped. */
public record PlanStopped(long planId) {}
