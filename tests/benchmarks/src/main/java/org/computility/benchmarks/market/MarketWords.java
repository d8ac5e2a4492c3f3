package org.computility.benchmarks.market;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a market of a million speaks of: 20,000 key words, of which the commonest stands in a tenth of all entries; 30
 * categories; 50,000 words, half of them Chinese, of which the commonest stands in every second description.
 */
final class MarketWords {

    private static final int KEY_WORDS = 20_000;
    private static final int CATEGORIES = 30;
    private static final int WORDS = 50_000;
    private static final int DESCRIBED_BY = 12;

    /** So many entries, numbered from ?, each of one of the sellers ?, published a second apart. As {@code Terms} would make them. */
    static final String FILL = """
            insert into market_entry (id, side, account_id, party, organisation_id, type_key, categories, key_words, subscribable,
                terms, published_at)
            select gen_random_uuid(), 'RESOURCE', a.id, a.username, a.organisation_id, 'dataset', array['c' || k.category], k.words, false,
                array(select 'RESOURCE:dataset:k:' || w from unnest(k.words) w) || ('RESOURCE:dataset:c:c' || k.category)
                    || array(select distinct 'RESOURCE:dataset:w:' || w from (
                        select unnest(k.words) union all
                        select case when i %% 2 = 0 then 'word' || i else chr(19968 + i / 150) || chr(25000 + i %% 150) end
                        from unnest(k.described) i) t (w)),
                now() - (1000000 - n) * interval '1 second'
            from generate_series(cast(? as int), cast(? as int)) n
            cross join lateral (
                select array(select distinct 'kw' || floor(power(random(), 3) * %d)::int from generate_series(1, 3 + 0 * n)) as words,
                    floor(power(random(), 2) * %d)::int + 0 * n as category,
                    array(select floor(power(random(), 4) * %d)::int from generate_series(1, %d + 0 * n)) as described) k
            join account a on a.username = (cast(? as text[]))[1 + n %% cast(? as int)]
            """.formatted(KEY_WORDS, CATEGORIES, WORDS, DESCRIBED_BY);

    private final Random random = new Random(7);

    String category() {
        return "c" + skewed(2, CATEGORIES);
    }

    List<String> keyWords(int many) {
        return Stream.generate(() -> "kw" + skewed(3, KEY_WORDS))
                .distinct()
                .limit(many)
                .toList();
    }

    String description() {
        return String.join(
                " ",
                IntStream.range(0, DESCRIBED_BY)
                        .map(i -> skewed(4, WORDS))
                        .mapToObj(
                                i -> i % 2 == 0 ? "word" + i : "" + (char) (19968 + i / 150) + (char) (25000 + i % 150))
                        .toList());
    }

    private synchronized int skewed(int power, int most) {
        return (int) Math.floor(Math.pow(random.nextDouble(), power) * most);
    }
}
