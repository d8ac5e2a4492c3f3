package org.computility.energy.hours;

/**
 * What is known of a center's past hour; null: unknown.
 *
 * @param electricity all of it, in kWh
 * @param green the green part, in kWh
 * @param pue electricity by that of the IT
 * @param wue water by electricity of the IT, in L/kWh
 */
public record HourFigures(HourFigure electricity, HourFigure green, HourFigure pue, HourFigure wue) {}
