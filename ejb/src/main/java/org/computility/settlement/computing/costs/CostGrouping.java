package org.computility.settlement.computing.costs;

/** By what costs of jobs are summed up. */
public enum CostGrouping {
    MONTH,
    USER,
    CENTER,
    SPEC,
    JOB
}
