package org.halles.marketplace.payout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.vendor.VendorCard;

/** Payouts as stored, and the postings they claim; inside the caller's transaction. */
@ApplicationScoped
class PayoutRows {

  static final String SELECT =
      "select p.*, k.payee_kind, k.slug, k.name, k.account from payout p"
          + " join paid_party k on k.id = p.payee_id ";

  private static final String WRITE =
      """
      with made as (
        insert into payout (id, number, run_id, vendor_id, affiliate_id, fund_id, gateway,
                            amount_minor, currency, status, attempt, created_at,
                            account_ending, account_mark)
        select ?, 'PO-' || lpad(nextval('payout_number_seq')::text, 6, '0'), ?,
               case to_whom.kind when 'VENDOR' then to_whom.id end,
               case to_whom.kind when 'AFFILIATE' then to_whom.id end,
               case to_whom.kind when 'FUND' then to_whom.id end, ?, ?, ?, 'OPEN', ?, ?,
               ?, ?
          from (select ?::text as kind, ?::uuid as id) to_whom
        returning id
      )
      insert into payout_claim (posting_id, payout_id)
      select posting, made.id from made, unnest(?::bigint[]) as posting
      """;

  private Database database;

  protected PayoutRows() {}

  @Inject
  PayoutRows(Database database) {
    this.database = database;
  }

  /** From the columns of {@code paid_party}, and {@code payee_id} where it is another's row. */
  static Payee payee(Row row) throws SQLException {
    return payee(row, row.uuid("id"));
  }

  private static Payee payee(Row row, UUID id) throws SQLException {
    return new Payee(
        row.one("payee_kind", Payee.Kind.class),
        id,
        row.text("slug"),
        row.text("name"),
        row.text("account"));
  }

  static PayoutView read(Row row) throws SQLException {
    Payee payee = payee(row, row.uuid("payee_id"));
    return new PayoutView(
        row.uuid("id"),
        row.text("number"),
        row.uuid("run_id"),
        payee,
        payee.isVendor() ? new VendorCard(payee.id(), payee.slug(), payee.name()) : null,
        row.text("gateway"),
        row.money("amount_minor"),
        row.text("account_ending"),
        row.one("status", PayoutStatus.class),
        row.text("gateway_reference"),
        row.text("failure_code"),
        row.text("failure_message"),
        row.instant("created_at"),
        row.instant("settled_at"));
  }

  /**
   * Writes an open payout and claims what it pays.
   *
   * @param to the bank account as it is now, or null if its gateway knows where to pay
   */
  public void open(UUID run, Candidate candidate, String gateway, AccountMark to, Instant now) {
    database.update(
        WRITE,
        Ids.next(),
        run,
        gateway,
        candidate.unclaimed().minor(),
        candidate.unclaimed().currency().value(),
        Ids.capability(),
        now,
        to == null ? null : to.ending(),
        to == null ? null : to.mark(),
        candidate.payee().kind(),
        candidate.payee().id(),
        candidate.postings().toArray(String[]::new));
  }

  public List<PayoutView> ofRun(UUID run, int most) {
    return database.list(
        SELECT + "where p.run_id = ? order by p.amount_minor desc, p.number limit ?",
        PayoutRows::read,
        run,
        most);
  }

  /** Those of a run that nobody booked yet, locked, in the order in which accounts are locked. */
  public List<PayoutView> lockOpen(UUID run) {
    return database.list(
        SELECT + "where p.run_id = ? and p.status = 'OPEN' order by p.payee_id for update of p",
        PayoutRows::read,
        run);
  }

  public Optional<PayoutView> lock(UUID id) {
    return database.list(SELECT + "where p.id = ? for update of p", PayoutRows::read, id).stream()
        .findFirst();
  }

  /** Whether this is the account it was proposed with; those from before that was noted pass. */
  public boolean isFor(UUID id, AccountMark account) {
    return database
        .find(
            "select coalesce(account_mark = ?, true) as same from payout where id = ?",
            row -> row.flag("same"),
            account.mark(),
            id)
        .orElseThrow();
  }

  /** What forbids to pay an affiliate now, or null; nobody decides about it meanwhile. */
  public String suspensionOf(Payee payee) {
    return database
        .find(
            "select status from affiliate where id = ? and status <> 'APPROVED' for share",
            row -> row.text("status"),
            payee.id())
        .orElse(null);
  }

  /** The key of the attempt that is under way. */
  public UUID attemptOf(UUID id) {
    return database
        .find("select attempt from payout where id = ?", row -> row.uuid("attempt"), id)
        .orElseThrow();
  }

  /** Moves a payout on; it is looked after from {@code nextCheck} on, or left alone if null. */
  public void move(UUID id, PayoutStatus next, Instant nextCheck) {
    database.update(
        "update payout set status = ?, next_check_at = ?, version = version + 1 where id = ?",
        next,
        nextCheck,
        id);
  }

  /** Sends it again under a new key: the former one is known to have done nothing. */
  public void again(UUID id, Instant now) {
    database.update(
        """
        update payout set status = 'CLAIMED', attempt = ?, failure_code = null,
               failure_message = null, settled_at = null, next_check_at = ?, checks = 0,
               sepa_file = null,
               version = version + 1
         where id = ?
        """,
        Ids.capability(),
        now,
        id);
  }

  /** Records an end, or a failure; {@code reference}, {@code code}, {@code message} may be null. */
  public void end(
      UUID id, PayoutStatus status, String reference, String code, String message, Instant now) {
    database.update(
        """
        update payout
           set status = ?, gateway_reference = coalesce(?, gateway_reference), failure_code = ?,
               failure_message = ?, settled_at = ?, next_check_at = null, version = version + 1
         where id = ?
        """,
        status,
        reference,
        code,
        message,
        now,
        id);
  }

  /** What a payout claimed may be paid by another one. */
  public void unclaim(UUID id) {
    database.update(
        """
        with free as (
          delete from payout_claim where payout_id = ? returning posting_id
        )
        insert into payout_reopened (posting_id, account_id)
        select p.id, p.account_id from free join posting p on p.id = free.posting_id
        on conflict do nothing
        """,
        id);
  }
}
