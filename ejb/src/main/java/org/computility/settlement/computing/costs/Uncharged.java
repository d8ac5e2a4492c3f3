package org.computility.settlement.computing.costs;

/** Parts of statements about what meters have counted and nobody has paid yet; {@code m} is the meter, {@code p} the price. */
public final class Uncharged {

    /** The price of now of what a meter counts, to be joined. */
    public static final String PRICE = """
             price_version p on p.list = 'SPEC ' || m.spec_id and p.valid_from <= :now
                and (p.valid_to is null or :now < p.valid_to)
            """;

    /**
     * The seconds of each of its nodes that will not be charged so many seconds from now. Whoever runs tells so once a minute: who has told nothing for two
     * is not taken to run.
     */
    public static final String SECONDS = """
             (case when m.ended then m.seconds else :ahead + greatest(m.seconds, least(m.seconds + 120,
                cast(floor(extract(epoch from cast(:now as timestamptz) - m.started_at)) as bigint))) end
                - m.charged_seconds)
            """;

    /** The amount of that. */
    public static final String AMOUNT = SECONDS + " * m.nodes * p.tier_prices[1]";

    private Uncharged() {}
}
