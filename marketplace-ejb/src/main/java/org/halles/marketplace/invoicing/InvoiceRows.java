package org.halles.marketplace.invoicing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Ordering;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** Reads and writes invoices, inside the caller's transaction. */
@ApplicationScoped
class InvoiceRows {

  /** To whom, with what decides about VAT. */
  record Recipient(Party party, boolean professional) {}

  private static final String ISSUER = "invoice-issuer";

  private static final String INVOICE =
      """
      select i.id, i.number, i.kind, v.slug, v.name, i.period, i.currency, i.net_minor, i.vat_minor,
             i.regime, i.issuer::text as issuer, i.recipient::text as recipient, i.issued_on,
             i.issued_at
        from vendor_invoice i join vendor v on v.id = i.vendor_id
      """;

  record Dated(Instant at, InvoiceView view) {}

  private Database database;

  protected InvoiceRows() {}

  @Inject
  InvoiceRows(Database database) {
    this.database = database;
  }

  public Optional<Party> issuer() {
    return database.find(
        "select value::text as value from setting where key = ?",
        row -> row.json("value", Party.class),
        ISSUER);
  }

  public void issuer(Party party, Instant now) {
    database.update(
        """
        insert into setting (key, value, updated_at) values (?, ?::jsonb, ?)
        on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at
        """,
        ISSUER,
        Json.write(party),
        now);
  }

  /** Who else issues waits until this transaction ends. */
  public void lockSeries(String series, int year) {
    database.update(
        "insert into invoice_series values (?, ?, 0) on conflict do nothing", series, year);
    database.find(
        "select last from invoice_series where series = ? and year = ? for update",
        row -> row.integer("last"),
        series,
        year);
  }

  private int next(String series, int year) {
    return database
        .find(
            "update invoice_series set last = last + 1 where series = ? and year = ? returning last",
            row -> row.integer("last"),
            series,
            year)
        .orElseThrow();
  }

  /** The vendor as its storefront says who stands behind it. */
  public Recipient recipient(UUID vendor) {
    return database
        .find(
            """
            select v.name, v.country, v.kind, f.trader ->> 'legalName' as legal,
                   f.trader ->> 'address' as address, f.trader ->> 'registration' as registration,
                   f.trader ->> 'vatNumber' as vat
              from vendor v left join storefront f on f.vendor_id = v.id where v.id = ?
            """,
            row ->
                new Recipient(
                    new Party(
                        row.text("legal") == null ? row.text("name") : row.text("legal"),
                        row.text("address"),
                        row.text("registration"),
                        row.text("vat"),
                        row.text("country")),
                    row.text("kind").equals("PROFESSIONAL")),
            vendor)
        .orElseThrow();
  }

  /** Writes one with the next number of its series. */
  public void insert(
      UUID vendor, InvoiceView invoice, String series, CurrencyCode currency, Instant now) {
    int year = invoice.issuedOn().getYear();
    int position = next(series, year);
    UUID id = Ids.next();
    database.update(
        """
        insert into vendor_invoice
          (id, series, year, position, number, kind, vendor_id, period, currency, net_minor,
           vat_minor, regime, issuer, recipient, issued_on, issued_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)
        """,
        id,
        series,
        year,
        position,
        "%s-%d-%06d".formatted(series, year, position),
        invoice.kind(),
        vendor,
        invoice.period(),
        currency.value(),
        invoice.net().minor(),
        invoice.vat().minor(),
        invoice.regime(),
        Json.write(invoice.issuer()),
        Json.write(invoice.recipient()),
        invoice.issuedOn(),
        now);
    int place = 0;
    for (InvoiceView.Line line : invoice.lines()) {
      database.update(
          "insert into vendor_invoice_line values (?, ?, ?, ?, ?, ?)",
          id,
          place++,
          line.kind(),
          line.orders(),
          line.net().minor(),
          line.vat().minor());
    }
  }

  public Page<InvoiceView> ofVendor(UUID vendor, Paging paging) {
    return page("i.vendor_id = ?", vendor, InvoiceSort.NEWEST, paging);
  }

  /**
   * @param period only of this month, or null for all
   */
  public Page<InvoiceView> all(String period, InvoiceSort sort, Paging paging) {
    return period == null
        ? page("?::text is null", null, sort, paging)
        : page("i.period = ?", period, sort, paging);
  }

  private Page<InvoiceView> page(String which, Object about, InvoiceSort sort, Paging paging) {
    Ordering<Dated> ordering = sort.ordering();
    List<Object> parameters = new ArrayList<>();
    parameters.add(about);
    String sql =
        INVOICE + " where " + which + ordering.after(paging, parameters) + ordering.orderBy();
    parameters.add(paging.limit() + 1);
    List<Dated> found =
        database.list(
            sql, row -> new Dated(row.instant("issued_at"), view(row)), parameters.toArray());
    return ordering.page(found, paging).map(Dated::view);
  }

  /**
   * One with its lines.
   *
   * @param vendor whose it must be, or null for anybody's
   */
  public Optional<InvoiceView> find(UUID vendor, String number) {
    return database
        .find(
            INVOICE + " where i.number = ? and (?::uuid is null or i.vendor_id = ?::uuid)",
            InvoiceRows::view,
            number,
            vendor,
            vendor)
        .map(invoice -> invoice.with(lines(invoice)));
  }

  private List<InvoiceView.Line> lines(InvoiceView invoice) {
    CurrencyCode currency = invoice.net().currency();
    return database.list(
        """
        select kind, orders, net_minor, vat_minor from vendor_invoice_line
         where invoice_id = ? order by position
        """,
        row ->
            new InvoiceView.Line(
                row.text("kind"),
                row.integer("orders"),
                row.money("net_minor", currency),
                row.money("vat_minor", currency)),
        invoice.id());
  }

  public UUID vendorOf(InvoiceView invoice) {
    return database
        .find(
            "select vendor_id from vendor_invoice where id = ?",
            row -> row.uuid("vendor_id"),
            invoice.id())
        .orElseThrow();
  }

  static LocalDate dayOf(Instant now) {
    return BusinessCalendar.dayOf(now);
  }

  private static InvoiceView view(Row row) throws SQLException {
    Money net = row.money("net_minor");
    Money vat = row.money("vat_minor");
    return new InvoiceView(
        row.uuid("id"),
        row.text("number"),
        row.text("kind"),
        row.text("slug"),
        row.text("name"),
        row.text("period"),
        net,
        vat,
        net.plus(vat),
        row.text("regime"),
        row.json("issuer", Party.class),
        row.json("recipient", Party.class),
        row.day("issued_on"),
        List.of());
  }
}
