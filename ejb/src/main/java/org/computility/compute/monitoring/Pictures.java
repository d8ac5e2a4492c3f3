package org.computility.compute.monitoring;

import java.util.List;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;

/** Nodes with their kept figures: one statement for a whole page. */
interface Pictures {

    String PICTURE = """
            select n.code, n.type, n.host, n.port, n.online, n.serves_algorithms, n.organisation_id, n.registered_at,
                n.last_seen_at, cast(f.figures as text) as figures, f.taken_at
            from compute_node n left join compute_figures f on f.code = n.code
            """;

    String WANTED = """
             where (cast(:organisationId as uuid) is null or n.organisation_id = cast(:organisationId as uuid))
              and (cast(:code as text) is null or position(cast(:code as text) in n.code) > 0)
              and (cast(:online as text) is null or cast(n.online as text) = cast(:online as text))
            """;

    StatelessSession session();

    @SQL(PICTURE + WANTED + " order by n.code limit :size offset :first")
    List<PictureRow> page(UUID organisationId, String code, String online, int size, int first);

    @SQL("select count(*) from compute_node n" + WANTED)
    long count(UUID organisationId, String code, String online);

    @SQL(PICTURE + " where n.code = any(:codes) order by n.code")
    List<PictureRow> of(String[] codes);

    /** A mark of each organisation's nodes; an organisation without nodes is missing. */
    @SQL("""
            select organisation_id, cast(sum(hashtext(code)) as bigint) as mark from compute_node group by organisation_id
            """)
    List<NodeMark> marks();

    /** The same for nodes that ever told figures. */
    @SQL("""
            select n.organisation_id, cast(sum(hashtext(n.code)) as bigint) as mark
            from compute_node n join compute_figures f on f.code = n.code group by n.organisation_id
            """)
    List<NodeMark> marksOfTold();
}
