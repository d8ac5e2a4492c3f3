package org.computility.algorithms;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.HQL;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code capability}. */
interface AlgorithmCapabilities {

    StatelessSession session();

    /** The capability together with its package. */
    @HQL("from Capability c join fetch c.algorithmPackage where c.code = :code")
    Optional<Capability> find(String code);

    /** Which of the codes some package brings. */
    @SQL("select code from capability where code = any(:codes)")
    List<String> known(String[] codes);

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
