package org.computility.benchmarks.market;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.IntStream;
import org.computility.benchmarks.load.PlatformDatabase;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobExecution;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.JobParametersBuilder;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.launch.support.TaskExecutorJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.item.database.JdbcCursorItemReader;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The job as one writes it for Spring Batch: a chunk step for each of four parts of the payers, at once; a reader of orders, a processor that reads an order's
 * usage and rates it, a writer that posts a chunk by JDBC batches. Its repository is in the same database.
 */
final class SpringSettler implements Settler, AutoCloseable {

    private static final int PARTS = 4;
    private static final int AT_ONCE = 200;
    private static final String SCHEMA = "spring_" + Long.toString(System.nanoTime(), Character.MAX_RADIX);

    private final HikariDataSource database;
    private final JdbcTransactionManager transactions;
    private final JobRepository repository;
    private final PlatformDatabase books;
    private final BigDecimal fee;

    SpringSettler(PlatformDatabase books, BigDecimal fee) throws Exception {
        this.books = books;
        this.fee = fee;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(books.url() + (books.url().contains("?") ? "&" : "?") + "reWriteBatchedInserts=true");
        config.setUsername(books.user());
        config.setPassword(books.password());
        config.setMaximumPoolSize(PARTS * 3);
        database = new HikariDataSource(config);
        transactions = new JdbcTransactionManager(database);
        repository = repository();
    }

    @Override
    public String name() {
        return "Spring Batch";
    }

    @Override
    public void settle(UsageSet set) {
        JobParameters parameters =
                new JobParametersBuilder().addString("set", set.name()).toJobParameters();
        try {
            TaskExecutorJobLauncher launcher = new TaskExecutorJobLauncher();
            launcher.setJobRepository(repository);
            launcher.afterPropertiesSet();
            JobExecution run = launcher.run(job(), parameters);
            if (run.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException(run.toString() + run.getAllFailureExceptions());
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
        books.run("drop schema " + SCHEMA + " cascade");
    }

    private Job job() {
        Flow[] parts = IntStream.range(0, PARTS)
                .mapToObj(part -> new FlowBuilder<SimpleFlow>("part" + part)
                        .start(step(part))
                        .build())
                .toArray(Flow[]::new);
        Flow all = new FlowBuilder<SimpleFlow>("all")
                .split(new SimpleAsyncTaskExecutor("part"))
                .add(parts)
                .build();
        return new JobBuilder("settle", repository).start(all).end().build();
    }

    private Step step(int part) {
        return new StepBuilder("settle" + part, repository)
                .<SpringOrder, SpringOrder.Rated>chunk(AT_ONCE, transactions)
                .reader(reader(part))
                .processor(new SpringRating(database))
                .writer(new SpringPosting(database, fee))
                .build();
    }

    private JdbcCursorItemReader<SpringOrder> reader(int part) {
        return new JdbcCursorItemReaderBuilder<SpringOrder>()
                .name("orders" + part)
                .dataSource(database)
                .sql("""
                        select o.id, o.payer_id, o.payee_id, o.currency, p.id, p.free_quota, p.tier_ends, p.tier_prices
                        from service_order o join price_version p on p.list = o.price_list and p.valid_to is null
                        where abs(mod(hashtext(cast(o.payer_id as text)), %d)) = %d
                          and exists (select from usage_record u where u.order_id = o.id and u.billed_in is null)
                        order by o.id
                        """.formatted(PARTS, part))
                .rowMapper((row, number) -> new SpringOrder(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        new SpringOrder.Price(
                                row.getObject(5, UUID.class),
                                row.getLong(6),
                                (Long[]) row.getArray(7).getArray(),
                                (BigDecimal[]) row.getArray(8).getArray())))
                .build();
    }

    private JobRepository repository() throws Exception {
        books.run("create schema " + SCHEMA);
        try (var connection = books.connect()) {
            connection.setSchema(SCHEMA);
            new ResourceDatabasePopulator(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"))
                    .populate(connection);
        }
        JobRepositoryFactoryBean factory = new JobRepositoryFactoryBean();
        factory.setDataSource(database);
        factory.setTransactionManager(transactions);
        factory.setTablePrefix(SCHEMA + ".BATCH_");
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
