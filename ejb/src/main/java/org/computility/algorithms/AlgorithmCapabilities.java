package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code capability}. */
interface AlgorithmCapabilities {

    String VISIBLE = """
             from capability c join algorithm_package p on p.id = c.package_id
            where (cast(:organisationId as uuid) is null or p.organisation_id = :organisationId
                   or exists (select from package_delivery d join compute_node n on n.code = d.compute_code
                              where d.package_id = p.id and n.organisation_id = :organisationId))
            """;

    StatelessSession session();

    /** The capability together with its package. */
    @HQL("from Capability c join fetch c.algorithmPackage where c.code = :code")
    Optional<Capability> find(String code);

    /**
     * Which of the codes a package of the organisation brings, or a package that was delivered to a node of the
     * organisation; null: any package.
     */
    @SQL("select c.code" + VISIBLE + "and c.code = any(:codes)")
    List<String> known(String[] codes, UUID organisationId);

    /** The codes of those of them that list all of these events. */
    @SQL("select c.code" + VISIBLE + "and c.event_ids @> cast(:eventIds as text[]) order by c.code")
    List<String> forEvents(String[] eventIds, UUID organisationId);

    /** The codes of the capabilities with exactly that name. */
    @HQL("select code from Capability where name = :name")
    List<String> codesNamed(String name);

    /** Which of the capabilities other packages have, to be changed by the entity manager. */
    @HQL("""
            from Capability c join fetch c.algorithmPackage p
            where c.code in :codes and p.id <> :packageId order by c.code
            """)
    List<Capability> ofOthers(EntityManager entities, List<String> codes, String packageId);
}
