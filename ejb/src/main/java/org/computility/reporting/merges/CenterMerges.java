package org.computility.reporting.merges;

import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code center_merge}. */
interface CenterMerges {

    StatelessSession session();

    /** The merge of that center that is not undone. */
    @HQL("where mergedId = :mergedId and undoneOn is null")
    Optional<CenterMerge> now(int mergedId);

    /** Whether any center counted as another at that point. */
    @SQL("""
        select exists (
            select from center_merge where merged_on <= :knownOn and (undone_on is null or undone_on > :knownOn))
        """)
    boolean any(long knownOn);

    /** Those of these centers that counted as another at that point, and as which. */
    @SQL("""
        select merged_id, kept_id from center_merge
        where merged_id = any(:ids) and merged_on <= :knownOn and (undone_on is null or undone_on > :knownOn)
        """)
    List<MergedCenter> merged(Integer[] ids, long knownOn);

    /** Those that counted as one of these at that point, by their ids. */
    @SQL("""
        select merged_id, kept_id from center_merge
        where kept_id = any(:ids) and merged_on <= :knownOn and (undone_on is null or undone_on > :knownOn)
        order by merged_id
        """)
    List<MergedCenter> kept(Integer[] ids, long knownOn);
}
