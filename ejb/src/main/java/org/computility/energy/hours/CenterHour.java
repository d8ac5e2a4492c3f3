package org.computility.energy.hours;

/**
 * What a center consumed in an hour, in watt-hours.
 *
 * @param it what goes into servers, storage and networks; its period is the hour
 * @param cooling what goes into cooling and all else; together with {@code it} all that the meters counted
 */
public record CenterHour(Consumed it, long cooling) {

    /** All that the meters counted. */
    public long total() {
        return it.amount() + cooling;
    }
}
