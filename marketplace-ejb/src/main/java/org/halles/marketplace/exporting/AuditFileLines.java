package org.halles.marketplace.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Row;
import org.halles.spi.Money;

/** Sealed entries as lines of the file, in the order of their numbers; in a transaction. */
@ApplicationScoped
class AuditFileLines {

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final int CHUNK = 1000;

  private static final String SELECT =
      """
      select n.number, e.template, e.day, e.reason, e.source_id, s.day as sealed, a.address,
             p.side, p.amount_minor, p.currency, v.slug, v.name,
             coalesce(g.number, o.number) as piece
        from (select n.* from sealed_entry n
                join journal_entry e on e.id = n.entry_id
               where n.number > ? and e.day between ? and ?
               order by n.number limit ?) as n
        join journal_entry e on e.id = n.entry_id
        join book_seal s on s.number = n.seal
        join posting p on p.entry_id = e.id and p.currency = 'EUR'
        join ledger_account a on a.id = p.account_id
        left join vendor v on a.address like 'vendor\\_%'
                          and v.id::text = split_part(a.address, ':', 2)
        left join order_group g on g.id = p.order_group_id
        left join payout o on e.source_type = 'payout' and o.id::text = e.source_id
       order by n.number, p.id
      """;

  private static final Set<String> SALES =
      Set.of("capture", "refund", "commission-kept", "goodwill");
  private static final Set<String> BANK =
      Set.of(
          "gateway-fee",
          "gateway-fee-correction",
          "refund-rerouted",
          "late-capture",
          "refund-paid",
          "payout-paid",
          "payout-returned");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("capture", "Encaissement"),
          Map.entry("refund", "Remboursement"),
          Map.entry("refund-paid", "Remboursement payé"),
          Map.entry("late-capture", "Encaissement tardif"),
          Map.entry("gateway-fee", "Frais de paiement"),
          Map.entry("gateway-fee-correction", "Frais de paiement, correction"),
          Map.entry("gateway-fee-borne", "Frais de paiement, part des vendeurs"),
          Map.entry("commission-kept", "Commission gardée sur un remboursement"),
          Map.entry("cash-kept", "Espèces gardées par le vendeur"),
          Map.entry("cash-returned", "Espèces rendues par le vendeur"),
          Map.entry("goodwill", "Geste commercial"),
          Map.entry("refund-rerouted", "Remboursement par un autre moyen"),
          Map.entry("delivered", "Vente livrée"),
          Map.entry("vendor-fee", "Frais facturé au vendeur"),
          Map.entry("tax-remitted", "Taxe payée à l'État"),
          Map.entry("debt-offset", "Compensation de dette"),
          Map.entry("payout-created", "Versement décidé"),
          Map.entry("payout-paid", "Versement payé"),
          Map.entry("payout-returned", "Versement revenu"),
          Map.entry("payout-cancelled", "Versement abandonné"),
          Map.entry("dispute-held", "Vente en litige"),
          Map.entry("chargeback-opened", "Impayé"),
          Map.entry("chargeback-fee", "Frais d'impayé"),
          Map.entry("chargeback-lost", "Impayé perdu"),
          Map.entry("chargeback-uncovered", "Impayé d'un achat déjà remboursé, perte"),
          Map.entry("reversal", "Extourne"));

  /** A line, and the number of its entry. */
  private record Line(long number, String words) {}

  private Database database;

  protected AuditFileLines() {}

  @Inject
  AuditFileLines(Database database) {
    this.database = database;
  }

  public void forEach(LocalDate from, LocalDate to, Consumer<String> taker) {
    long number = 0;
    List<Line> lines = next(number, from, to);
    while (!lines.isEmpty()) {
      lines.forEach(line -> taker.accept(line.words()));
      number = lines.get(lines.size() - 1).number();
      lines = next(number, from, to);
    }
  }

  private List<Line> next(long after, LocalDate from, LocalDate to) {
    return database.listPatiently(SELECT, AuditFileLines::line, after, from, to, CHUNK);
  }

  private static Line line(Row row) throws SQLException {
    String template = row.text("template");
    FrenchAccount account = FrenchAccount.of(row.text("address"));
    String day = DAY.format(row.day("day"));
    String piece = row.text("piece") == null ? row.text("source_id") : row.text("piece");
    boolean debit = row.text("side").equals("D");
    String amount = decimal(row.money("amount_minor"));
    return new Line(
        row.whole("number"),
        String.join(
            "\t",
            journal(template),
            Long.toString(row.whole("number")),
            day,
            account.number(),
            account.label(),
            plain(row.text("slug")),
            plain(row.text("name")),
            plain(piece),
            day,
            plain(WORDS.getOrDefault(template, template) + " " + piece),
            debit ? amount : "0,00",
            debit ? "0,00" : amount,
            "",
            "",
            DAY.format(row.day("sealed")),
            "",
            ""));
  }

  private static String journal(String template) {
    if (SALES.contains(template)) {
      return "VE\tVentes";
    }
    return BANK.contains(template) ? "BQ\tBanque et paiements" : "OD\tOpérations diverses";
  }

  private static String decimal(Money amount) {
    return amount.toDecimal().toPlainString().replace('.', ',');
  }

  /** No separator and no line end inside a field. */
  private static String plain(String text) {
    return text == null ? "" : text.replaceAll("[\\t\\r\\n|]", " ").strip();
  }
}
