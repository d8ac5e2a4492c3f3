package org.computility.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.TransactionRequiredException;
import jakarta.transaction.UserTransaction;
import org.computility.container.turns.InTurn;
import org.hibernate.StatelessSession;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The session that every repository gets: one for each transaction, which it joins and with which it ends. */
@InTurn(place = 1)
@ExtendWith(ArquillianExtension.class)
class SessionsIT {

    /** More than the pool has connections. */
    private static final int MANY = 200;

    @Inject
    private StatelessSession ofOneRepository;

    @Inject
    private StatelessSession ofAnother;

    @Resource
    private UserTransaction transaction;

    @Deployment
    static Archive<?> platform() {
        return PlatformArchive.of(SessionsIT.class).build();
    }

    @AfterEach
    void forget() throws Exception {
        transaction.begin();
        ofOneRepository
                .createNativeMutationQuery("delete from lease where name like 'test-%'")
                .executeUpdate();
        transaction.commit();
    }

    @Test
    void writesWhatCommitsAndNothingThatRollsBack() throws Exception {
        transaction.begin();
        write("test-dropped");
        transaction.rollback();
        transaction.begin();
        write("test-kept");
        transaction.commit();
        assertThat(written("test-dropped")).isZero();
        assertThat(written("test-kept")).isOne();
    }

    @Test
    void isTheSameForAllRepositoriesOfATransaction() throws Exception {
        transaction.begin();
        ofOneRepository.setJdbcBatchSize(7);
        write("test-shared");
        assertThat(ofAnother.getJdbcBatchSize()).isEqualTo(7);
        assertThat(written("test-shared")).isOne();
        transaction.rollback();
    }

    @Test
    void endsWithItsTransaction() throws Exception {
        transaction.begin();
        ofOneRepository.setJdbcBatchSize(7);
        transaction.commit();
        transaction.begin();
        assertThat(ofOneRepository.getJdbcBatchSize()).isNull();
        transaction.rollback();
    }

    @Test
    void readsWithoutATransactionButWritesNothing() {
        assertThat(written("test-none")).isZero();
        assertThatThrownBy(() -> write("test-none")).isInstanceOf(TransactionRequiredException.class);
    }

    @Test
    void keepsNoConnectionHoweverATransactionEnds() throws Exception {
        for (int i = 0; i < MANY; i++) {
            transaction.begin();
            write("test-" + i);
            assertThatThrownBy(() -> ofAnother
                            .createNativeQuery("select 1 / 0", Integer.class)
                            .getSingleResult())
                    .isInstanceOf(RuntimeException.class);
            transaction.rollback();
            written("test-" + i);
        }
        // A timer of the application may stand between two statements of its own; what is kept stays.
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(ofOneRepository
                                .createNativeQuery(
                                        "select count(*) from pg_stat_activity where state like 'idle in transaction%'",
                                        Long.class)
                                .getSingleResult())
                        .isZero());
    }

    private void write(String name) {
        ofOneRepository
                .createNativeMutationQuery("insert into lease (name, holder, until) values (:name, 'test', now())")
                .setParameter("name", name)
                .executeUpdate();
    }

    private long written(String name) {
        return ofAnother
                .createNativeQuery("select count(*) from lease where name = :name", Long.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
