package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Vault;
import org.halles.spi.CurrencyCode;

/** Files of credit transfers as stored, sealed; inside the caller's transaction. */
@ApplicationScoped
class SepaRows {

  private static final CurrencyCode EURO = CurrencyCode.of("EUR");

  private Database database;
  private Vault vault;

  protected SepaRows() {}

  @Inject
  SepaRows(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /** Approved payouts of a run that wait for a file, locked. */
  public List<PayoutView> lockWaiting(UUID run) {
    return database.list(
        PayoutRows.SELECT
            + """
            where p.run_id = ? and p.status = 'CLAIMED' and p.gateway = ? and p.sepa_file is null
            order by p.number for update of p
            """,
        PayoutRows::read,
        run,
        Payment.BANK);
  }

  /** What the bank is told of a payee besides its account. */
  CreditTransfer.PayeeFacts factsOf(Payee payee) {
    return database
        .find(
            """
            select v.country, f.trader ->> 'address' as address,
                   coalesce((select a.language from vendor_member m
                               join account a on a.id = m.account_id
                              where m.vendor_id = v.id and m.role = 'OWNER'
                              order by a.id limit 1), 'fr') as language
              from vendor v left join storefront f on f.vendor_id = v.id where v.id = ?
            """,
            row ->
                new CreditTransfer.PayeeFacts(
                    row.text("language"), PostalPlace.of(row.text("address"), row.text("country"))),
            payee.id())
        .orElseGet(() -> new CreditTransfer.PayeeFacts(languageOf(payee), null));
  }

  private String languageOf(Payee payee) {
    return database
        .find(
            """
            select a.language from affiliate f join account a on a.id = f.account_id
             where f.id = ?
            """,
            row -> row.text("language"),
            payee.id())
        .orElse("fr");
  }

  public SepaFile write(
      UUID id,
      UUID run,
      SepaAccount from,
      List<CreditTransfer> transfers,
      UUID person,
      Instant now) {
    String message =
        database
            .find(
                "select 'HALLES-' || lpad(nextval('sepa_message_seq')::text, 8, '0') as id",
                row -> row.text("id"))
            .orElseThrow();
    LocalDate executeOn = BusinessCalendar.dayOf(now).plusDays(1);
    String content = SepaWriter.write(message, now, executeOn, from, transfers);
    database.update(
        """
        insert into sepa_file (id, message_id, run_id, count, amount_minor, execute_on, sealed,
                               made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        message,
        run,
        transfers.size(),
        transfers.stream().mapToLong(one -> one.amount().minor()).sum(),
        executeOn,
        vault.seal(purpose(id), content.getBytes(StandardCharsets.UTF_8)),
        person,
        now);
    return find(id).orElseThrow();
  }

  public void assign(UUID file, List<PayoutView> payouts) {
    database.update(
        "update payout set sepa_file = ?, version = version + 1 where id = any(?)",
        file,
        payouts.stream().map(PayoutView::id).toArray(UUID[]::new));
  }

  public void sent(UUID file, UUID person, Instant now) {
    database.update(
        "update sepa_file set sent_by = ?, sent_at = ? where id = ?", person, now, file);
    database.update(
        """
        update payout set status = 'SENT', next_check_at = null, version = version + 1
         where sepa_file = ? and status = 'CLAIMED'
        """,
        file);
  }

  public Optional<SepaFile> find(UUID id) {
    return database.find("select * from sepa_file where id = ?", SepaRows::read, id);
  }

  public List<SepaFile> ofRun(UUID run) {
    return database.list(
        "select * from sepa_file where run_id = ? order by made_at desc limit 100",
        SepaRows::read,
        run);
  }

  public String content(UUID id) {
    byte[] sealed =
        database
            .find("select sealed from sepa_file where id = ?", row -> row.bytes("sealed"), id)
            .orElseThrow();
    return new String(vault.open(purpose(id), sealed), StandardCharsets.UTF_8);
  }

  private static String purpose(UUID id) {
    return "sepa-file:" + id;
  }

  private static SepaFile read(Row row) throws SQLException {
    return new SepaFile(
        row.uuid("id"),
        row.text("message_id"),
        row.uuid("run_id"),
        row.integer("count"),
        row.money("amount_minor", EURO),
        row.day("execute_on"),
        row.instant("made_at"),
        row.instant("sent_at"));
  }
}
