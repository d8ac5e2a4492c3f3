package org.computility.planning.drafts;

import java.util.List;

/**
 * Instances to be added to a plan (T/BAX 0006.5 table C.10).
 *
 * @param start whether they shall run at once, an inspection's when their group comes
 */
public record NewInstances(long planId, List<InstanceSpec> instances, boolean start) {}
