package org.halles.marketplace.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.ReturnMoved;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.Money;

/**
 * Both sides of goods that go back hear of every step; a withdrawal is acknowledged to the buyer
 * with its content, date and time, on a medium that lasts.
 */
@ApplicationScoped
class ReturnLetters {

  private static final String FACTS =
      """
      select b.number, b.requested_at, b.answer_by, b.send_by, b.check_by, b.refund_by, b.address,
             b.answer, b.declared_by, b.cost_borne_by, b.delivery_minor, b.currency, b.tracking_code,
             b.carrier, b.label_file is not null as labelled, o.untaken,
             o.number as part, g.number as purchase,
             g.access_key, v.name as vendor, v.slug, n.name as reason,
             (select jsonb_agg(jsonb_build_object('title', l.title, 'quantity', r.quantity)
                               order by l.position)
                from goods_return_line r join order_line l on l.id = r.order_line_id
               where r.return_id = b.id) as lines
        from goods_return b
        join vendor_order o on o.id = b.vendor_order_id
        join order_group g on g.id = b.order_group_id
        join vendor v on v.id = b.vendor_id
        left join return_reason n on n.code = b.reason
       where b.id = ?
      """;

  /** A line as a letter names it. */
  record Line(Texts title, int quantity) {}

  private record Facts(
      String number,
      String part,
      String purchase,
      String accessKey,
      String vendor,
      String slug,
      Texts reason,
      String answer,
      String address,
      String declaredBy,
      boolean vendorPays,
      boolean labelled,
      boolean untaken,
      String tracking,
      Money delivery,
      List<Line> lines,
      Map<String, Instant> days) {}

  /** To whom which letter goes at a step. */
  private static final Map<String, String> TO_BUYER =
      Map.of(
          "REQUESTED", "return-received",
          "WITHDRAWN", "withdrawal-acknowledged",
          "ACCEPTED", "return-accepted",
          "REFUSED", "return-refused",
          "REJECTED", "return-rejected",
          "LAPSED", "return-lapsed");

  private static final Map<String, String> TO_VENDOR =
      Map.of(
          "REQUESTED", "return-asked",
          "WITHDRAWN", "withdrawal-declared",
          "SENT", "return-sent",
          "CANCELLED", "return-cancelled");

  private Post post;
  private Readers readers;
  private Database database;

  protected ReturnLetters() {}

  @Inject
  ReturnLetters(Post post, Readers readers, Database database) {
    this.post = post;
    this.readers = readers;
    this.database = database;
  }

  void on(@Observes ReturnMoved moved) {
    Facts facts = database.find(FACTS, ReturnLetters::read, moved.returnId()).orElseThrow();
    Optional.ofNullable(TO_BUYER.get(moved.step()))
        .ifPresent(
            template ->
                readers
                    .buyer(moved.orderGroupId())
                    .ifPresent(buyer -> post.send(toBuyer(template, moved, facts, buyer))));
    Optional.ofNullable(TO_VENDOR.get(moved.step()))
        .ifPresent(
            template ->
                readers
                    .ofVendor(moved.vendorId(), "MANAGER", "ORDERS")
                    .forEach(
                        one ->
                            post.send(
                                letter(template, moved, facts, one)
                                    .with("link", Links.portal(vendorPath(facts, moved))))));
    if (moved.step().equals("ESCALATED")) {
      readers
          .operators("FINANCE", "SUPPORT")
          .forEach(
              one ->
                  post.send(
                      letter("return-escalated", moved, facts, one)
                          .with("link", Links.portal("/operator/returns/" + moved.returnId()))));
    }
  }

  private static String vendorPath(Facts facts, ReturnMoved moved) {
    return "/vendor/" + facts.slug() + "/returns/" + moved.returnId();
  }

  private static Letter toBuyer(String template, ReturnMoved moved, Facts facts, Reader buyer) {
    return letter(template, moved, facts, buyer)
        .with("name", facts.declaredBy())
        .with("cost", cost(facts, buyer.language()))
        .with(
            "link",
            Links.page(
                buyer.language(),
                "/orders/"
                    + facts.purchase()
                    + "?accessKey="
                    + facts.accessKey()
                    + "#returns-"
                    + facts.part()));
  }

  private static Letter letter(String template, ReturnMoved moved, Facts facts, Reader reader) {
    Letter letter =
        Letter.of(
                facts.untaken() ? template + "-untaken" : template,
                moved.returnId() + ":" + moved.at(),
                reader,
                moved.at())
            .with("return", facts.number())
            .with("number", facts.part())
            .with("vendor", facts.vendor())
            .with("reason", facts.reason() == null ? null : facts.reason().in(reader.language()))
            .with("answer", facts.answer())
            .with("address", facts.address())
            .with("tracking", facts.tracking() == null ? "—" : facts.tracking())
            .with("delivery", facts.delivery())
            .with("lines", lines(facts, reader.language()));
    return letter
        .with("by", facts.days().get("answer_by"))
        .with("sendBy", facts.days().get("send_by"))
        .with("checkBy", facts.days().get("check_by"))
        .with("refundBy", facts.days().get("refund_by"))
        .with("when", moment(facts.days().get("requested_at"), letter));
  }

  /** To the second: the moment is what the letter proves. */
  private static String moment(Instant at, Letter letter) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.MEDIUM)
        .withLocale(letter.locale())
        .format(at.atZone(BusinessCalendar.zone()));
  }

  private static String lines(Facts facts, String language) {
    return String.join(
        "\n",
        facts.lines().stream()
            .map(line -> line.quantity() + " × " + line.title().in(language))
            .toList());
  }

  private static String cost(Facts facts, String language) {
    boolean french = language.equals("fr");
    if (!facts.vendorPays()) {
      return french
          ? "Les frais de renvoi sont à votre charge."
          : "Sending it back is at your own cost.";
    }
    if (facts.labelled()) {
      return french
          ? "Le vendeur paie le renvoi : l’étiquette à coller sur le colis est sur la page du retour."
          : "The vendor pays for sending it back: the label for the parcel is on the page of the return.";
    }
    return french
        ? "Le vendeur paie le renvoi. Gardez la preuve de ce que vous avez payé."
        : "The vendor pays for sending it back. Keep the proof of what you paid.";
  }

  private static Facts read(Row row) throws SQLException {
    Line[] lines = row.json("lines", Line[].class);
    Map<String, Instant> days = new HashMap<>();
    for (String day : List.of("requested_at", "answer_by", "send_by", "check_by", "refund_by")) {
      days.put(day, row.instant(day));
    }
    String carrier = row.text("carrier");
    String code = row.text("tracking_code");
    return new Facts(
        row.text("number"),
        row.text("part"),
        row.text("purchase"),
        row.text("access_key"),
        row.text("vendor"),
        row.text("slug"),
        row.json("reason", Texts.class),
        row.text("answer"),
        row.text("address"),
        row.text("declared_by"),
        row.text("cost_borne_by").equals("VENDOR"),
        row.flag("labelled"),
        row.flag("untaken"),
        code == null ? carrier : carrier == null ? code : carrier + " " + code,
        row.money("delivery_minor"),
        lines == null ? List.of() : List.of(lines),
        days);
  }
}
