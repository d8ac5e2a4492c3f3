package org.computility.benchmarks.jobs;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a network of a million jobs speaks of. A name has three parts; a description has eight of 20,000 words, a third of them Chinese; the
 * commonest words stand in every fourth description, half of all words in less than one of a thousand.
 */
final class JobWords {

    private static final int USERS = 2_000;
    private static final int USERS_AN_ORGANISATION = 40;

    /**
     * So many jobs, numbered from ?, of that user and organisation every five-hundredth, else of one of 2,000 users, of whom the busiest has some
     * twenty thousand; over a year, each with a task, and with an attempt where it has begun. Who waits names a center that is not there.
     */
    static final String FILL = """
            with numbered as materialized (
                select n, floor(power(random(), 2) * %1$d)::int as who, random() as fate, random() as chance,
                    now() - (cast(? as bigint) - n) * interval '30 seconds' as at
                from generate_series(cast(? as bigint), cast(? as bigint)) n),
            described as materialized (
                select *, (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n || 'a'), 1, 3)
                        || '8' || substr(md5(n || 'b'), 1, 15))::uuid as id,
                    case when fate < 0.002 then 'PENDING' when fate < 0.004 then 'RUNNING' when fate < 0.05 then 'FAILED'
                        when fate < 0.08 then 'STOPPED' when fate < 0.082 then 'UNKNOWN' else 'SUCCEEDED' end as state,
                    (array['gate', 'yolo', 'bert', 'resnet', 'llama', 'whisper', '人流检测', '车牌识别', '水位预测', '缺陷检测'])[1
                            + floor(power(random(), 2) * 10)::int]
                        || '-' || (array['train', 'tune', 'eval', 'distil', 'sweep', '训练', '评测'])[1 + floor(random() * 7)::int]
                        || '-' || n as name,
                    (select string_agg(case when i %% 3 = 0 then chr(19968 + i / 60) || chr(25000 + i %% 60)
                            else (array['ba','ce','di','fo','gu','ha','ke','li','mo','nu'])[1 + i %% 10]
                                || (array['ra','se','ti','vo','wu','ya','ze','pi','lo','nu'])[1 + i / 10 %% 10]
                                || (array['n','r','s','t','x','l'])[1 + i / 100 %% 6] || i / 600 end, ' ')
                        from (select floor(power(random(), 5) * 20000)::int as i from generate_series(1, 8 + 0 * n)) words) as description
                from numbered),
            made as (
                insert into job (job_id, version, kind, name, description, user_id, organisation_id, status, spec_id, spec, processor,
                    nodes, center_ids, image_id, command, data_sets, max_seconds, priority, created_at, started_at, ended_at)
                select id, 1, 'TRAINING', name, description,
                    case when n %% 500 = 0 then cast(? as uuid) else md5('user' || who)::uuid end,
                    case when n %% 500 = 0 then cast(? as uuid) else md5('organisation' || who / %2$d)::uuid end,
                    state, 's' || n %% 12,
                    jsonb_build_object('id', 's' || n %% 12, 'name', 'Spec ' || n %% 12, 'architecture', 'X86', 'cores', 1 + n %% 16,
                        'memoryBytes', (1 + n %% 64) * 1073741824::bigint),
                    (array['GPU', 'NPU', null])[1 + n %% 3], 1,
                    case when state = 'PENDING' then array['nowhere'] else array[]::text[] end, 'machine', 'exec python3 train.py --run ' || n,
                    array[]::text[], 86400, (chance * 9)::int, at,
                    case when state <> 'PENDING' then at + chance * interval '1 hour' end,
                    case when state not in ('PENDING', 'RUNNING') then at + (chance + 1) * interval '1 hour' end
                from described),
            tasks as (
                insert into job_task (task_id, version, job_id, number, status, attempt, losses, center_id, center_name, started_at, ended_at)
                select md5(id || 't')::uuid, 1, id, 0, state, case when state = 'PENDING' then 0 else 1 end, 0,
                    case when state <> 'PENDING' then 'c' || who %% 20 end, case when state <> 'PENDING' then 'Center ' || who %% 20 end,
                    case when state <> 'PENDING' then at + chance * interval '1 hour' end,
                    case when state not in ('PENDING', 'RUNNING') then at + (chance + 1) * interval '1 hour' end
                from described)
            insert into job_attempt (runtime_id, version, task_id, job_id, number, center_id, state, placement, placed_at, submitted_at,
                started_at, ended_at, claimed_until)
            select md5(id || 't') || '-1', 1, md5(id || 't')::uuid, id, 1, 'c' || who %% 20,
                case state when 'SUCCEEDED' then 'COMPLETED' when 'STOPPED' then 'CANCELLED' when 'UNKNOWN' then 'LOST' else 'FAILED' end,
                jsonb_build_object('centerId', 'c' || who %% 20, 'borrowed', false, 'scores', jsonb_build_array()),
                at, at, at + chance * interval '1 hour', at + (chance + 1) * interval '1 hour', at
            from described where state not in ('PENDING', 'RUNNING')
            """.formatted(USERS, USERS_AN_ORGANISATION);

    /** A model, which stands in the names of very many; two words of them; a number, which stands in few. */
    private static final List<String> COMMON = List.of("yolo", "车牌识别", "llama-tune", "检测");

    private JobWords() {}

    static String common() {
        return COMMON.get(ThreadLocalRandom.current().nextInt(COMMON.size()));
    }

    /** Stands in some dozens or hundreds of descriptions. */
    static String rare() {
        int i = 6_000 + ThreadLocalRandom.current().nextInt(14_000);
        return i % 3 == 0
                ? Character.toString(19968 + i / 60) + Character.toString(25000 + i % 60)
                : List.of("ba", "ce", "di", "fo", "gu", "ha", "ke", "li", "mo", "nu")
                                .get(i % 10)
                        + List.of("ra", "se", "ti", "vo", "wu", "ya", "ze", "pi", "lo", "nu")
                                .get(i / 10 % 10)
                        + List.of("n", "r", "s", "t", "x", "l").get(i / 100 % 6)
                        + i / 600;
    }
}
