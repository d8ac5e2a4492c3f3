package org.computility.audit;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Filter;
import org.computility.shared.database.Sql;

/** One question to the trail. */
final class AuditSearch {

    private final Filter filter;

    AuditSearch(AuditQuery query, UUID organisation) {
        filter = new Filter()
                .and("organisation_id = ?", organisation)
                .and("at >= ?", query.from())
                .and("at < ?", query.to())
                .and("account = ?", query.account())
                .containing("action", query.action())
                .and("outcome = ?", query.outcome())
                .and("request_id = ?", query.requestId());
    }

    /** The latest first. */
    Page<AuditRecordView> page(DataSource database, PageRequest page) {
        Sql sql = new Sql(database);
        List<AuditRecordView> content = sql.list(
                "select * from audit_record" + filter.where() + " order by id desc limit ? offset ?",
                row -> ChainLink.read(row).view(row.getBytes("hash")),
                filter.arguments(page.size(), page.offset()));
        return new Page<>(
                content, sql.number("select count(*) from audit_record" + filter.where(), filter.arguments()), page);
    }
}
