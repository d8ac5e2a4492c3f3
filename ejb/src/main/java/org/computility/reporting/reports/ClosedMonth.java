package org.computility.reporting.reports;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import org.computility.reporting.figures.FigureGroup;
import org.computility.reporting.figures.Figures;
import org.computility.reporting.figures.FiguresColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the platform knew of a month of a center when it closed it last: what is reported later is judged by it. */
@Entity
@Table(name = "closed_month")
@IdClass(ClosedMonth.Key.class)
class ClosedMonth {

    record Key(int centerId, LocalDate firstDay) implements Serializable {}

    @Id
    private int centerId;

    /** Of the month. PostgreSQL takes no column named month in the statement that Hibernate makes of an upsert. */
    @Id
    private LocalDate firstDay;

    @Convert(converter = FiguresColumn.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private Figures known;

    protected ClosedMonth() {}

    static ClosedMonth of(int centerId, YearMonth month) {
        ClosedMonth closed = new ClosedMonth();
        closed.centerId = centerId;
        closed.firstDay = month.atDay(1);
        closed.known = Figures.NONE;
        return closed;
    }

    /** Sources tell no history: what they had, as an earlier closing knew it, stays where this one does not know it. */
    void close(Figures knownNow) {
        known = knownNow.completedBy(known.only(FigureGroup.SUPPLY));
    }

    Figures known() {
        return known;
    }
}
