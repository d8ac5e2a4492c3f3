package org.computility.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.computility.shared.Page;
import org.computility.shared.PageRequest;
import org.computility.shared.database.Columns;
import org.computility.shared.database.Search;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.SQL;
import org.hibernate.query.Order;

/** The rows of {@code notification}. */
interface Notifications {

    StatelessSession session();

    /** One statement for any number; what an account was told before is left out. How many go to webhooks, too. */
    default int tell(List<NewNotification> told, Instant now) {
        return tell(
                Columns.of(told, each -> UUID.randomUUID(), UUID[]::new),
                Columns.of(told, NewNotification::accountId, UUID[]::new),
                Columns.of(told, NewNotification::topic, String[]::new),
                Columns.of(told, NewNotification::kind, String[]::new),
                Columns.of(told, NewNotification::link, String[]::new),
                Columns.of(told, NewNotification::textEn, String[]::new),
                Columns.of(told, NewNotification::textZh, String[]::new),
                now);
    }

    @SQL("""
            with told as (
                insert into notification (id, account_id, topic, kind, link, text_en, text_zh, told_at)
                select t.id, t.account_id, t.topic, t.kind, t.link, t.text_en, t.text_zh, :now
                from unnest(:ids, :accounts, :topics, :kinds, :links, :textsEn, :textsZh)
                    as t (id, account_id, topic, kind, link, text_en, text_zh)
                order by t.account_id, t.topic
                on conflict (account_id, topic) do nothing
                returning id, account_id),
            queued as (
                insert into webhook_notice (organisation_id, notification_id, queued_at)
                select w.organisation_id, told.id, :now
                from told join account a on a.id = told.account_id
                    join notification_webhook w on w.organisation_id = a.organisation_id
                order by told.id for key share of w
                returning number)
            select cast(count(*) as int) from queued
            """)
    int tell(
            UUID[] ids,
            UUID[] accounts,
            String[] topics,
            String[] kinds,
            String[] links,
            String[] textsEn,
            String[] textsZh,
            Instant now);

    /** Some that are older; not what still waits for a webhook. Two servers purge different ones. */
    @SQL("""
            delete from notification where id in (
                select n.id from notification n
                where n.told_at < :before and not exists (
                    select from webhook_notice q where q.notification_id = n.id and q.given_up_at is null)
                order by n.told_at limit :most for update skip locked)
            """)
    int purge(Instant before, int most);

    /** The newest first. */
    default Page<Notification> of(UUID accountId, PageRequest page) {
        return new Search<>(session(), Notification.class)
                .equal(Notification_.accountId, accountId)
                .page(page, Map.of(), Order.desc(Notification_.toldAt), Order.asc(Notification_.id));
    }
}
