package org.computility.notifications.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.annotations.processing.Find;
import org.hibernate.annotations.processing.SQL;

/** The rows of {@code notification_webhook} and {@code webhook_notice}. */
interface Webhooks {

    StatelessSession session();

    @Find
    Optional<Webhook> find(UUID organisationId);

    /** Locked until the transaction ends. */
    @SQL("select * from notification_webhook where organisation_id = :organisation for no key update")
    Optional<Webhook> lock(UUID organisation);

    /** Some that have something to send and that nobody tries, the longest due first, locked until the transaction ends. */
    @SQL("""
            select w.* from notification_webhook w
            where w.next_try_at <= :now and (w.claimed_until is null or w.claimed_until <= :now)
                and exists (select from webhook_notice q where q.organisation_id = w.organisation_id and q.given_up_at is null)
            order by w.next_try_at limit :most for no key update skip locked
            """)
    List<Webhook> due(Instant now, int most);

    /** What is next for an organisation, as it is posted. */
    record Waiting(long number, UUID notificationId, Instant queuedAt, String body) {}

    @SQL("""
            select q.number, n.id, q.queued_at, cast(json_build_object('id', n.id, 'accountId', n.account_id, 'kind', n.kind,
                'link', n.link, 'textEn', n.text_en, 'textZh', n.text_zh, 'toldAt', n.told_at) as text)
            from webhook_notice q join notification n on n.id = q.notification_id
            where q.organisation_id = :organisation and q.given_up_at is null
            order by q.number limit 1
            """)
    List<Waiting> next(UUID organisation);

    @SQL("delete from webhook_notice where number = :number")
    int remove(long number);

    @SQL("update webhook_notice set given_up_at = :now where number = :number and given_up_at is null")
    int giveUp(long number, Instant now);

    @SQL("delete from notification_webhook where organisation_id = :organisation")
    int delete(UUID organisation);

    /** What of an organisation's waits, and what was given up. */
    record Counts(long waiting, long givenUp, Instant givenUpAt) {}

    @SQL("""
            select count(*) filter (where given_up_at is null), count(given_up_at), max(given_up_at)
            from webhook_notice where organisation_id = :organisation
            """)
    Counts counts(UUID organisation);
}
