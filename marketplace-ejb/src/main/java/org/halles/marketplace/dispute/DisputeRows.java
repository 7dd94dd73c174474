package org.halles.marketplace.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.Attachment;
import org.halles.marketplace.shared.AttachmentKind;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.PrivateFiles;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;
import org.halles.spi.PaymentGateway;

/** Writes disputes; part of the caller's transaction. */
@ApplicationScoped
class DisputeRows {

  /**
   * What is known of a dispute when somebody acts on it.
   *
   * @param gateway of a chargeback, else null
   * @param reference of a chargeback, else null
   * @param evidenceBy of a chargeback: until when vendors bring evidence, else null
   */
  record Stored(
      UUID id,
      String number,
      DisputeKind kind,
      DisputeStatus status,
      UUID orderGroup,
      Money amount,
      Money fee,
      String gateway,
      String reference,
      UUID refund,
      Instant evidenceBy) {}

  /** One vendor's order it is about. */
  record PartOf(UUID vendorOrder, UUID vendor) {}

  /** Who says something. */
  record Speaker(String author, UUID account, UUID vendor) {}

  private Database database;
  private PrivateFiles files;

  protected DisputeRows() {}

  @Inject
  DisputeRows(Database database, PrivateFiles files) {
    this.database = database;
    this.files = files;
  }

  /** A dispute about to be written. */
  record New(
      UUID id,
      DisputeKind kind,
      UUID orderGroup,
      String reason,
      Money amount,
      Money fee,
      String gateway,
      String reference,
      UUID refund,
      Instant answerBy,
      Instant evidenceBy) {}

  public Stored insert(New dispute, Instant now) {
    database.update(
        """
        insert into dispute (id, number, kind, status, order_group_id, reason, amount_minor,
                             currency, fee_minor, gateway, reference, refund_id, answer_by,
                             evidence_by, opened_at)
        values (?, 'D-' || lpad(nextval('dispute_number_seq')::text, 5, '0'), ?, 'OPENED', ?, ?, ?,
                ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        dispute.id(),
        dispute.kind(),
        dispute.orderGroup(),
        dispute.reason(),
        dispute.amount().minor(),
        dispute.amount().currency().value(),
        dispute.fee().minor(),
        dispute.gateway(),
        dispute.reference(),
        dispute.refund(),
        dispute.answerBy(),
        dispute.evidenceBy(),
        now);
    return lock(dispute.id());
  }

  public void part(UUID dispute, UUID vendorOrder, UUID vendor, Instant now) {
    database.update(
        """
        insert into dispute_part (dispute_id, vendor_order_id, vendor_id, opened_at)
        values (?, ?, ?, ?)
        """,
        dispute,
        vendorOrder,
        vendor,
        now);
  }

  public Optional<Stored> find(UUID id) {
    return database.find("select * from dispute where id = ?", DisputeRows::stored, id);
  }

  /** The dispute, locked; its purchase must be locked before. */
  public Stored lock(UUID id) {
    return database
        .find("select * from dispute where id = ? for update", DisputeRows::stored, id)
        .orElseThrow(() -> new NotFound("dispute", id));
  }

  /** The number of the live dispute of a part, if it has one. */
  public Optional<String> liveOf(UUID vendorOrder) {
    return database.find(
        """
        select d.number from dispute_part p join dispute d on d.id = p.dispute_id
         where p.vendor_order_id = ? and d.kind = 'BUYER'
           and d.status in ('OPENED', 'EVIDENCE_SENT')
        """,
        row -> row.text("number"),
        vendorOrder);
  }

  public List<PartOf> parts(UUID dispute) {
    return database.list(
        "select * from dispute_part where dispute_id = ? order by vendor_order_id",
        row -> new PartOf(row.uuid("vendor_order_id"), row.uuid("vendor_id")),
        dispute);
  }

  /** The vendors' orders whose shares a chargeback took of. */
  public List<PartOf> partsOfRefund(UUID refund) {
    return database.list(
        """
        select distinct o.id, o.vendor_id
          from refund_leg l
          join allocation_line a on a.id = l.allocation_line_id
          join vendor_order o on o.id = a.vendor_order_id
         where l.refund_id = ? order by o.id
        """,
        row -> new PartOf(row.uuid("id"), row.uuid("vendor_id")),
        refund);
  }

  public UUID say(UUID dispute, Speaker who, String text, List<Attachment> evidence, Instant now) {
    UUID id = Ids.next();
    database.update(
        """
        insert into dispute_statement (id, dispute_id, author, author_id, vendor_id, body, at)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        dispute,
        who.author(),
        who.account(),
        who.vendor(),
        text,
        now);
    evidence.forEach(file -> keep(dispute, id, file));
    return id;
  }

  private void keep(UUID dispute, UUID statement, Attachment file) {
    byte[] content = file.content();
    database.update(
        """
        insert into dispute_file (id, dispute_id, statement_id, file, name, content_type, bytes)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.next(),
        dispute,
        statement,
        files.put(content),
        AttachmentKind.tidyName(file.name()),
        AttachmentKind.of(content).orElseThrow().contentType(),
        content.length);
  }

  /** How many files it has by now. */
  public int filesOf(UUID dispute) {
    return database
        .find(
            "select count(*)::int as n from dispute_file where dispute_id = ?",
            row -> row.integer("n"),
            dispute)
        .orElse(0);
  }

  /** Files of a dispute, those asked for, in the order in which they were given. */
  public List<PaymentGateway.EvidenceFile> files(UUID dispute, List<UUID> wanted) {
    return database
        .list(
            """
            select name, content_type, file from dispute_file
             where dispute_id = ? and id = any(?::uuid[]) order by id
            """,
            row -> List.of(row.text("name"), row.text("content_type"), row.text("file")),
            dispute,
            wanted.stream().map(UUID::toString).toArray(String[]::new))
        .stream()
        .map(
            file ->
                new PaymentGateway.EvidenceFile(file.get(0), file.get(1), files.get(file.get(2))))
        .toList();
  }

  /** The bank has these files of a dispute, and those of what was said to it. */
  public void sent(UUID dispute, List<UUID> chosen, UUID statement, Instant now) {
    database.update(
        """
        update dispute_file set sent_at = ?
         where dispute_id = ? and (id = any(?::uuid[]) or statement_id = ?)
        """,
        now,
        dispute,
        chosen.stream().map(UUID::toString).toArray(String[]::new),
        statement);
  }

  public void answered(UUID id) {
    database.update(
        """
        update dispute set status = 'EVIDENCE_SENT', version = version + 1
         where id = ? and status = 'OPENED'
        """,
        id);
  }

  /**
   * @param refund what went back, or null to keep what is known
   * @param by null for the bank or the vendor itself
   */
  public void decide(
      UUID id, DisputeStatus outcome, UUID refund, UUID by, String words, Instant now) {
    database.update(
        """
        update dispute set status = ?, refund_id = coalesce(?, refund_id), decided_by = ?,
                           decided_at = ?, decision = ?, version = version + 1
         where id = ?
        """,
        outcome,
        refund,
        by,
        now,
        words,
        id);
  }

  /** Buyers' disputes nobody answered in time, from now on an operator's matter. */
  public List<Stored> escalate(Instant now, int most) {
    return database.list(
        """
        update dispute set escalated_at = ?, version = version + 1
         where id in (select id from dispute
                       where status = 'OPENED' and kind = 'BUYER' and escalated_at is null
                         and answer_by <= ?
                       order by answer_by limit ? for update skip locked)
        returning *
        """,
        DisputeRows::stored,
        now,
        now,
        most);
  }

  /** Chargebacks whose bank has not decided yet. */
  public List<Stored> undecided(int most) {
    return database.list(
        """
        select * from dispute where kind = 'CHARGEBACK' and status in ('OPENED', 'EVIDENCE_SENT')
         order by opened_at limit ?
        """,
        DisputeRows::stored,
        most);
  }

  /**
   * Chargebacks that were lost since then, and that nobody asked about lately; they count as asked
   * about now.
   */
  public List<Stored> secondThoughts(
      Instant lostSince, Instant askedBefore, Instant now, int most) {
    return database.list(
        """
        update dispute set asked_again_at = ?
         where id in (select id from dispute
                       where kind = 'CHARGEBACK' and status in ('LOST', 'PARTLY')
                         and decided_at >= ? and greatest(decided_at, asked_again_at) < ?
                       order by decided_at limit ? for update skip locked)
        returning *
        """,
        DisputeRows::stored,
        now,
        lostSince,
        askedBefore,
        most);
  }

  private static Stored stored(Row row) throws SQLException {
    Money amount = row.money("amount_minor");
    return new Stored(
        row.uuid("id"),
        row.text("number"),
        row.one("kind", DisputeKind.class),
        row.one("status", DisputeStatus.class),
        row.uuid("order_group_id"),
        amount,
        Money.of(row.whole("fee_minor"), amount.currency()),
        row.text("gateway"),
        row.text("reference"),
        row.uuid("refund_id"),
        row.instant("evidence_by"));
  }
}
