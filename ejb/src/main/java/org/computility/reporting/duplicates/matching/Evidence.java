package org.computility.reporting.duplicates.matching;

/**
 * What a verdict rests on.
 *
 * @param score the sum of what each part weighs; about the logarithm to base 2 of how much likelier one center is than two
 * @param name how alike the names are without what says nothing, 0 to 1
 * @param parts whether phases, buildings and zones that the names tell agree
 * @param metres between the two positions
 * @param city how far the codes of the cities agree
 * @param type how far the types agree
 * @param date how far the days on which production began agree
 */
public record Evidence(
        Verdict verdict,
        double score,
        double name,
        Agreement parts,
        int metres,
        Agreement city,
        Agreement type,
        Agreement date) {}
