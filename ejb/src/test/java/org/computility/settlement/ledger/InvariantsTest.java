package org.computility.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.UUID;
import org.computility.settlement.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ledger promises, tried by somebody at the database. */
class InvariantsTest {

    private static final Books BOOKS = new Books("0");
    private static final String CASH = AccountKey.CASH.id(Money.CNY).toString();

    private final UUID organisation = UUID.randomUUID();
    private final String prepaid =
            AccountKey.prepaid(organisation).id(Money.CNY).toString();
    private final String fresh = UUID.randomUUID().toString();

    @BeforeEach
    void payIn() {
        BOOKS.deposit(organisation, "100");
        BOOKS.deposit(organisation, "50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_transfer set subject = 'x'",
                "delete from ledger_transfer",
                "truncate ledger_transfer cascade",
                "update ledger_entry set amount = 1",
                "delete from ledger_entry where false",
                "truncate ledger_entry",
                "update ledger_order set sequence = 0",
                "delete from ledger_order",
                "delete from ledger_account",
                "truncate ledger_account cascade"
            })
    void nothingIsChangedOrRemoved(String statement) {
        refuses("ledger_append_only", statement);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger_account_follows_entries | set balance = balance + 1",
                "ledger_account_follows_entries | set version = version + 1",
                "ledger_account_follows_entries | set version = 1, balance = 100",
                "ledger_account_stays           | set kind = 'PAYABLE'",
                "ledger_account_stays           | set currency = 'USD'",
                "ledger_account_stays           | set organisation_id = gen_random_uuid()",
                "ledger_account_stays           | set id = gen_random_uuid()"
            })
    void anAccountHasTheBalanceOfItsLastEntryAndStaysWhoseItIs(String constraint, String change) {
        refuses(constraint, "update ledger_account " + change + " where id = '" + prepaid + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger_account_begins_empty | gen_random_uuid(), 'PREPAID', 'CNY', 0, 1",
                "ledger_account_begins_empty | gen_random_uuid(), 'PREPAID', 'CNY', 1, 0",
                "ledger_account_kind         | gen_random_uuid(), 'GIFT', 'CNY', 0, 0",
                "ledger_account_owner        | null, 'PREPAID', 'CNY', 0, 0",
                "ledger_account_owner        | gen_random_uuid(), 'CASH', 'CNY', 0, 0",
                "ledger_account_currency     | gen_random_uuid(), 'PREPAID', 'cny', 0, 0",
                "ledger_account_once         | null, 'CASH', 'CNY', 0, 0"
            })
    void anAccountBeginsEmptyAndIsSomebodysOnce(String constraint, String values) {
        refuses(constraint, """
                insert into ledger_account (id, organisation_id, kind, currency, balance, version, opened_at, changed_at)
                select gen_random_uuid(), %s, now(), now()
                """.formatted(values));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger_transfer_adds_up | 3, 160,    10 | 3, -159,   -9",
                "ledger_transfer_adds_up | 3, 160,    10 | 3, -140,   10",
                "ledger_entry_follows    | 4, 160,    10 | 3, -160,  -10",
                "ledger_entry_follows    | 3, 161,    10 | 3, -160,  -10",
                "ledger_entry_pkey       | 2, 110,    10 | 3, -160,  -10",
                "ledger_entry_amount     | 3, 150,     0 | 3, -150,    0",
                "ledger_entry_amount     | 3, 150.001, 0.001 | 3, -150.001, -0.001",
                "ledger_entry_version    | 0, 10,     10 | 3, -160,  -10"
            })
    void entriesGoOnWhereTheOnesBeforeEndedAndAddUpToNothing(String constraint, String one, String other) {
        // Cash has one entry for each of the two deposits, too, in a database of its own.
        Books own = new Books("0");
        own.deposit(organisation, "100");
        own.deposit(organisation, "50");
        refuses(own, constraint, """
                with t as (
                    insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at)
                    values ('%s', 'DEPOSIT', 'd', 'CNY', 2, '', '2100-01-01') returning id, at)
                insert into ledger_entry (account_id, transfer_id, account_version, balance_after, amount, at)
                select cast('%s' as uuid), id, %s, at from t union all select cast('%s' as uuid), id, %s, at from t
                """.formatted(fresh, prepaid, one, CASH, other));
    }

    @Test
    void anEntryHasTheTimeOfItsTransfer() {
        refuses("ledger_entry_fits", insert(2, "2100-01-01", "2100-01-02"));
    }

    @Test
    void anAccountMustKnowItsEntriesWhenAllIsCommitted() {
        refuses("ledger_account_follows_entries", insert(2, "2100-01-01", "2100-01-01"));
    }

    @Test
    void aTransferHasItsEntries() {
        refuses("ledger_transfer_whole", """
                insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at)
                values ('%s', 'DEPOSIT', 'd', 'CNY', 2, '', now())
                """.formatted(fresh));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger_transfer_entries  | 'DEPOSIT', 1, null",
                "ledger_transfer_reversal | 'DEPOSIT', 2, (select cast(max(cast(id as text)) as uuid) from ledger_transfer)",
                "ledger_transfer_reversal | 'REVERSAL', 2, null"
            })
    void onlyAReversalReverses(String constraint, String values) {
        refuses(constraint, """
                insert into ledger_transfer (id, subject, currency, fingerprint, at, kind, entries, reverses)
                select '%s', 'd', 'CNY', '', now(), %s
                """.formatted(fresh, values));
    }

    @Test
    void aTransferIsReversedOnce() {
        TransferView paid = BOOKS.deposit(organisation, "1");
        BOOKS.commit(() -> BOOKS.ledger().reverse(paid.id(), "r"));

        refuses("ledger_transfer_reversed_once", """
                insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at, reverses)
                values ('%s', 'REVERSAL', 'd', 'CNY', 2, '', now(), '%s')
                """.formatted(fresh, paid.id()));
    }

    @Test
    void nothingOfAllThatLeftATrace() {
        assertThat(BOOKS.count("ledger_transfer where id = '" + fresh + "'")).isZero();
        assertThat(BOOKS.balance(AccountKey.prepaid(organisation))).isEqualByComparingTo("150");
    }

    /** Two good entries for 10, whatever the times are; the accounts are not told. */
    private String insert(int entries, String transferAt, String entryAt) {
        return """
                with t as (
                    insert into ledger_transfer (id, kind, subject, currency, entries, fingerprint, at)
                    values ('%s', 'DEPOSIT', 'd', 'CNY', %d, '', '%s') returning id)
                insert into ledger_entry (account_id, transfer_id, account_version, amount, balance_after, at)
                select a.id, t.id, a.version + 1, s.amount, a.balance + s.amount, '%s'
                from t, (values (cast('%s' as uuid), 10), (cast('%s' as uuid), -10)) s (id, amount)
                join ledger_account a on a.id = s.id
                """.formatted(fresh, entries, transferAt, entryAt, prepaid, CASH);
    }

    private static void refuses(String constraint, String statement) {
        refuses(BOOKS, constraint, statement);
    }

    private static void refuses(Books books, String constraint, String statement) {
        assertThatThrownBy(() -> books.write(statement)).satisfies(failure -> {
            Throwable cause = failure;
            while (cause != null && !(cause instanceof SQLException)) {
                cause = cause.getCause();
            }
            assertThat(cause).as("%s", failure).isInstanceOf(org.postgresql.util.PSQLException.class);
            assertThat(((org.postgresql.util.PSQLException) cause)
                            .getServerErrorMessage()
                            .getConstraint())
                    .as("%s", cause.getMessage())
                    .isEqualTo(constraint);
        });
    }
}
