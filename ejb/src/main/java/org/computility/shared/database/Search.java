package org.computility.shared.database;

import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.metamodel.SingularAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.hibernate.SharedSessionContract;
import org.hibernate.query.Order;
import org.hibernate.query.SelectionQuery;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.criteria.JpaCriteriaQuery;
import org.hibernate.query.criteria.JpaRoot;
import org.hibernate.query.criteria.JpaSubQuery;

/**
 * One search for entities: only the conditions that were asked for are in its statement. A null value, an empty text or an
 * empty collection asks for nothing.
 */
public final class Search<E> {

    private final SharedSessionContract session;
    private final HibernateCriteriaBuilder builder;
    private final JpaCriteriaQuery<E> query;
    private final JpaRoot<E> root;
    private final List<BiFunction<HibernateCriteriaBuilder, JpaRoot<E>, Predicate>> conditions = new ArrayList<>();
    private final List<BiFunction<HibernateCriteriaBuilder, JpaRoot<E>, Predicate>> narrowing = new ArrayList<>();
    private ToLongFunction<Search<E>> counting = search -> search.found().getResultCount();
    private SingularAttribute<? super E, ?> key;

    public Search(SharedSessionContract session, Class<E> type) {
        this.session = session;
        builder = session.getFactory().getCriteriaBuilder();
        query = builder.createQuery(type);
        root = query.from(type);
    }

    /** Reads with each entity what the attribute points to, which would not be loaded otherwise. */
    public Search<E> with(SingularAttribute<? super E, ?> pointer) {
        root.fetch(pointer);
        return this;
    }

    public <V> Search<E> equal(SingularAttribute<? super E, V> attribute, V value) {
        return value == null || "".equals(value) ? this : where((b, r) -> b.equal(r.get(attribute), value));
    }

    public <V> Search<E> in(SingularAttribute<? super E, V> attribute, Collection<V> values) {
        return values == null || values.isEmpty()
                ? this
                : where((b, r) -> r.get(attribute).in(values));
    }

    public <V extends Comparable<? super V>> Search<E> from(SingularAttribute<? super E, V> attribute, V value) {
        return value == null ? this : where((b, r) -> b.greaterThanOrEqualTo(r.get(attribute), value));
    }

    public <V extends Comparable<? super V>> Search<E> upTo(SingularAttribute<? super E, V> attribute, V value) {
        return value == null ? this : where((b, r) -> b.lessThanOrEqualTo(r.get(attribute), value));
    }

    public <V extends Comparable<? super V>> Search<E> before(SingularAttribute<? super E, V> attribute, V value) {
        return value == null ? this : where((b, r) -> b.lessThan(r.get(attribute), value));
    }

    /** The text occurs, in any case of letters. */
    public Search<E> containing(SingularAttribute<? super E, String> attribute, String text) {
        return isEmpty(text)
                ? this
                : where((b, r) -> b.like(b.lower(r.get(attribute)), SearchText.containing(text), '!'));
    }

    /** Any other condition. */
    public Search<E> where(BiFunction<HibernateCriteriaBuilder, JpaRoot<E>, Predicate> condition) {
        conditions.add(condition);
        return this;
    }

    /**
     * A condition that all that is found fulfils, for the index that it brings into play. It is left out where very many
     * are found: a page of them is then found sooner in its order.
     */
    public Search<E> narrowedBy(BiFunction<HibernateCriteriaBuilder, JpaRoot<E>, Predicate> condition) {
        narrowing.add(condition);
        return this;
    }

    /**
     * Among millions: a page's total above 10,000 may be what this server counted up to ten seconds ago.
     *
     * @param asked what is looked for; equal for searches that find the same
     * @param counted an attribute that each of them has
     */
    public Search<E> amongMillions(Object asked, SingularAttribute<? super E, ?> counted) {
        counting = search -> LargeTotals.of(
                session.getFactory(),
                root.getJavaType(),
                asked,
                () -> search.countUpTo(LargeTotals.MANY + 1, counted),
                () -> search.found().getResultCount());
        return this;
    }

    /**
     * Finds a page by this attribute, which no two have in common, and reads the rest of it afterwards: what lies before a late
     * page is passed over in an index.
     */
    public Search<E> readLast(SingularAttribute<? super E, ?> unique) {
        key = unique;
        return this;
    }

    /** A constant by its name; an unknown name finds nothing. */
    public <V extends Enum<V>> Search<E> named(SingularAttribute<? super E, V> attribute, String name) {
        return isEmpty(name) ? this : where((b, r) -> b.equal(r.get(attribute).cast(String.class), name));
    }

    /** At least one of the others that point to it has one of the values. */
    public <O, V> Search<E> having(
            Class<O> others, SingularAttribute<O, E> pointer, SingularAttribute<O, V> attribute, Collection<V> values) {
        if (values == null || values.isEmpty()) {
            return this;
        }
        return where((b, r) -> {
            JpaSubQuery<Integer> some = query.subquery(Integer.class);
            JpaRoot<O> other = some.from(others);
            some.select(b.literal(1))
                    .where(b.equal(other.get(pointer), r), other.get(attribute).in(values));
            return b.exists(some);
        });
    }

    /** A condition on what is searched for and one of the others. */
    public interface Between<E, O> {
        Predicate of(HibernateCriteriaBuilder builder, JpaRoot<E> row, JpaRoot<O> other);
    }

    /** None of the others is such. */
    public <O> Search<E> unless(Class<O> others, Between<E, O> which) {
        return where((b, r) -> {
            JpaSubQuery<Integer> some = query.subquery(Integer.class);
            JpaRoot<O> other = some.from(others);
            some.select(b.literal(1)).where(which.of(b, r, other));
            return b.not(b.exists(some));
        });
    }

    /** The attribute has the same value as the attribute of at least one of the others. */
    public <O, V> Search<E> among(
            SingularAttribute<? super E, V> attribute,
            Class<O> others,
            SingularAttribute<O, V> theirs,
            BiFunction<HibernateCriteriaBuilder, JpaRoot<O>, Predicate> which) {
        return where((b, r) -> {
            JpaSubQuery<V> some = query.subquery(theirs.getJavaType());
            JpaRoot<O> other = some.from(others);
            some.select(other.get(theirs)).where(which.apply(builder, other));
            return b.in(r.get(attribute), some);
        });
    }

    /**
     * The page in the order that the page request asks for, by the attributes behind its words, then by the last
     * resort; two statements, or three where the rest is read last.
     */
    @SafeVarargs
    public final Page<E> page(PageRequest page, Map<String, String> sortable, Order<? super E>... lastResort) {
        long total = counting.applyAsLong(this);
        if (total > LargeTotals.MANY) {
            narrowing.clear();
        }
        int offset = (int) Math.min(page.offset(), Integer.MAX_VALUE);
        if (key == null) {
            query.orderBy(orders(root, page, sortable, lastResort));
            return new Page<>(part(found(), offset, page.size()), total, page);
        }
        JpaCriteriaQuery<Object> keys = builder.createQuery(Object.class);
        JpaRoot<E> row = keys.from(query.getResultType());
        keys.select(row.get(key)).where(conditions(row)).orderBy(orders(row, page, sortable, lastResort));
        List<Object> some = part(session.createSelectionQuery(keys), offset, page.size());
        if (some.isEmpty()) {
            return new Page<>(List.of(), total, page);
        }
        query.where(root.get(key).in(some)).orderBy(orders(root, page, sortable, lastResort));
        return new Page<>(session.createSelectionQuery(query).getResultList(), total, page);
    }

    /** All of them in this order; one statement. */
    @SafeVarargs
    public final List<E> all(Order<? super E>... order) {
        query.orderBy(then(root, order));
        return found().getResultList();
    }

    /** Some of these, from the offset on, in that order. */
    @SafeVarargs
    public final List<E> list(int offset, int limit, Order<? super E>... order) {
        query.orderBy(then(root, order));
        return part(found(), offset, limit);
    }

    private static <T> List<T> part(SelectionQuery<T> of, int offset, int limit) {
        return of.setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    /** How many there are, counted no further than this, by an attribute that each of them has. */
    public long countUpTo(int most, SingularAttribute<? super E, ?> counted) {
        JpaCriteriaQuery<Long> count = builder.createQuery(Long.class);
        JpaSubQuery<Tuple> some = count.subquery(Tuple.class);
        JpaRoot<E> row = some.from(query.getResultType());
        some.multiselect(row.get(counted).alias("counted"))
                .where(conditions(row))
                .fetch(most);
        count.select(builder.count(count.from(some).get("counted")));
        return session.createSelectionQuery(count).getSingleResult();
    }

    private SelectionQuery<E> found() {
        return session.createSelectionQuery(query.where(conditions(root)));
    }

    private Predicate[] conditions(JpaRoot<E> row) {
        return Stream.concat(conditions.stream(), narrowing.stream())
                .map(condition -> condition.apply(builder, row))
                .toArray(Predicate[]::new);
    }

    @SafeVarargs
    private List<jakarta.persistence.criteria.Order> orders(
            JpaRoot<E> row, PageRequest page, Map<String, String> sortable, Order<? super E>... lastResort) {
        List<jakarta.persistence.criteria.Order> orders = new ArrayList<>();
        for (PageRequest.Order order : page.orders()) {
            Path<?> path = path(row, sortable.get(order.property()));
            orders.add(order.descending() ? builder.desc(path) : builder.asc(path));
        }
        orders.addAll(then(row, lastResort));
        return orders;
    }

    @SafeVarargs
    private List<jakarta.persistence.criteria.Order> then(JpaRoot<E> row, Order<? super E>... orders) {
        return Stream.of(orders)
                .<jakarta.persistence.criteria.Order>map(
                        order -> builder.sort(row.get(order.getAttributeName()), order.getDirection()))
                .toList();
    }

    /** An attribute, or one of what it points to: {@code pointer.attribute}. */
    private static Path<?> path(Path<?> row, String attributes) {
        Path<?> path = row;
        for (String attribute : attributes.split("\\.")) {
            path = path.get(attribute);
        }
        return path;
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
