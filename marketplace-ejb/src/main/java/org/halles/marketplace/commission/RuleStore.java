package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.halles.marketplace.plugin.VendorArrival;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Keys;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.CurrencyCode;
import org.halles.spi.Money;

/** The rules in the database. Versions are only ever added; their status and place change. */
@ApplicationScoped
class RuleStore {

  private static final String COLUMNS = "select *, configuration::text as content ";

  private static final String PROPOSERS =
      """
      select v.slug, v.id,
             (select array_agg(r.content_hash) from commission_rule r where r.vendor_id = v.id)
               as known
        from unnest(?::text[], ?::text[]) as arrived (plugin_id, slug)
        join vendor v on v.plugin_id = arrived.plugin_id and v.slug = arrived.slug
      """;

  /**
   * A vendor whose plugin proposes rules.
   *
   * @param known the content of all rules it ever had or proposed, by hash
   */
  record Proposer(UUID id, Set<String> known) {}

  private final Database database;

  @Inject
  RuleStore(Database database) {
    this.database = database;
  }

  protected RuleStore() {
    this(null);
  }

  /** By group and place. */
  List<RuleVersion> active() {
    return database.list(
        COLUMNS + "from commission_rule where status = 'ACTIVE' order by rule_group, position, id",
        RuleStore::read);
  }

  /** What waits for either side, oldest first. */
  List<RuleVersion> proposed() {
    return database.list(
        COLUMNS
            + "from commission_rule where status in ('PROPOSED', 'COUNTERED')"
            + " order by created_at, id",
        RuleStore::read);
  }

  /** All versions of one rule, newest first. */
  List<RuleVersion> history(UUID id) {
    return database.list(
        COLUMNS + "from commission_rule where id = ? order by version desc", RuleStore::read, id);
  }

  Optional<RuleVersion> find(UUID id, RuleVersion.Status status) {
    return database.find(
        COLUMNS + "from commission_rule where id = ? and status = ? for update",
        RuleStore::read,
        id,
        status);
  }

  /** Those of the vendors that came as jars that are registered, by slug. */
  Map<String, Proposer> proposers(List<VendorArrival> arrivals) {
    return database
        .list(
            PROPOSERS,
            row ->
                Map.entry(
                    row.text("slug"),
                    new Proposer(row.uuid("id"), new HashSet<>(row.texts("known")))),
            arrivals.stream().map(VendorArrival::pluginId).toArray(String[]::new),
            arrivals.stream().map(one -> one.registration().slug()).toArray(String[]::new))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  void insert(RuleVersion rule, Instant at) {
    RuleScope scope = rule.scope();
    Money band = scope.priceFrom() == null ? scope.priceTo() : scope.priceFrom();
    database.update(
        """
        insert into commission_rule (id, version, name, names, kind, configuration, content_hash,
          rule_group, position, status, vendor_id, category, listing_id, price_from_minor,
          price_to_minor, price_currency, valid_from, valid_to, proposed_by, reason, reasons,
          accepted_by, accepted_at, vendor_signed_by, vendor_signed_at, created_at)
        values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?,
          ?, ?, ?, ?)
        """,
        rule.id(),
        rule.version(),
        rule.name(),
        rule.names() == null ? null : Json.write(rule.names()),
        rule.kind(),
        rule.configuration().toString(),
        rule.contentHash(),
        rule.group(),
        rule.position(),
        rule.status(),
        scope.vendorId(),
        scope.category(),
        scope.listingId(),
        scope.priceFrom() == null ? null : scope.priceFrom().minor(),
        scope.priceTo() == null ? null : scope.priceTo().minor(),
        band == null ? null : band.currency().value(),
        scope.validFrom(),
        scope.validTo(),
        rule.proposedBy(),
        rule.reason(),
        rule.reasons() == null ? null : Json.write(rule.reasons()),
        rule.acceptedBy(),
        rule.acceptedAt(),
        rule.vendorSignedBy(),
        rule.vendorSignedAt(),
        at);
  }

  void end(RuleVersion rule, RuleVersion.Status status) {
    database.update(
        "update commission_rule set status = ? where id = ? and version = ?",
        status,
        rule.id(),
        rule.version());
  }

  void accept(RuleVersion rule, int position, String by, Instant at) {
    database.update(
        """
        update commission_rule set status = 'ACTIVE', position = ?, accepted_by = ?, accepted_at = ?
        where id = ? and version = ?
        """,
        position,
        by,
        at,
        rule.id(),
        rule.version());
  }

  /** The vendor agrees to what the operator offered: both have signed, it is in force. */
  void sign(RuleVersion rule, String by, Instant at) {
    database.update(
        """
        update commission_rule set status = 'ACTIVE', position = ?, vendor_signed_by = ?,
          vendor_signed_at = ? where id = ? and version = ?
        """,
        Integer.MAX_VALUE,
        by,
        at,
        rule.id(),
        rule.version());
  }

  /** What was offered to and fro between the operator and a vendor, newest first. */
  Page<RuleVersion> ofVendor(UUID vendorId, Paging paging) {
    Optional<Keys> after = paging.keys(3);
    Instant before = after.map(keys -> keys.instant(0)).orElse(null);
    UUID id = after.map(keys -> keys.uuid(1)).orElse(null);
    long version = after.map(keys -> keys.whole(2)).orElse(0L);
    List<Dated> rows =
        database.list(
            COLUMNS
                + """
                from commission_rule where vendor_id = ?
                 and (vendor_signed_by is not null or status = 'COUNTERED' or exists (
                   select 1 from commission_rule other
                    where other.id = commission_rule.id and other.vendor_signed_by is not null))
                 and (?::timestamptz is null or (created_at, id, version) < (?, ?, ?))
                order by created_at desc, id desc, version desc limit ?
                """,
            row -> new Dated(read(row), row.instant("created_at")),
            vendorId,
            before,
            before,
            id,
            version,
            paging.limit() + 1);
    return Page.of(
            rows,
            paging.limit(),
            last -> Paging.cursor(last.at(), last.rule().id(), last.rule().version()))
        .map(Dated::rule);
  }

  /** What was in force or turned down, newest first. */
  Page<RuleVersion> past(Paging paging) {
    Optional<Keys> after = paging.keys(3);
    Instant before = after.map(keys -> keys.instant(0)).orElse(null);
    List<Dated> rows =
        database.list(
            COLUMNS
                + """
                from commission_rule where status in ('RETIRED', 'REJECTED')
                 and (?::timestamptz is null or (created_at, id, version) < (?, ?, ?))
                order by created_at desc, id desc, version desc limit ?
                """,
            row -> new Dated(read(row), row.instant("created_at")),
            before,
            before,
            after.map(keys -> keys.uuid(1)).orElse(null),
            after.map(keys -> keys.whole(2)).orElse(0L),
            paging.limit() + 1);
    return Page.of(
            rows,
            paging.limit(),
            last -> Paging.cursor(last.at(), last.rule().id(), last.rule().version()))
        .map(Dated::rule);
  }

  private record Dated(RuleVersion rule, Instant at) {}

  /** Puts the active rules of a group into this order. */
  void order(String group, List<UUID> ids) {
    database.update(
        """
        update commission_rule rule set position = place.number
        from unnest(?::uuid[]) with ordinality as place (id, number)
        where rule.id = place.id and rule.status = 'ACTIVE' and rule.rule_group = ?
        """,
        ids.toArray(UUID[]::new),
        group);
  }

  /** Makes every open quote stale and every server read the rules anew; serialises changes. */
  void bump() {
    database.update("update basis set version = version + 1 where name = ?", RuleBooks.BASIS);
  }

  private static RuleVersion read(Row row) throws SQLException {
    return new RuleVersion(
        row.uuid("id"),
        row.integer("version"),
        row.text("name"),
        row.json("names", Texts.class),
        row.text("kind"),
        Json.read(row.text("content"), JsonNode.class),
        row.text("content_hash"),
        row.text("rule_group"),
        row.integer("position"),
        row.one("status", RuleVersion.Status.class),
        scope(row),
        row.text("proposed_by"),
        row.text("reason"),
        row.json("reasons", Texts.class),
        row.text("accepted_by"),
        row.instant("accepted_at"),
        row.text("vendor_signed_by"),
        row.instant("vendor_signed_at"),
        List.of());
  }

  private static RuleScope scope(Row row) throws SQLException {
    return new RuleScope(
        row.uuid("vendor_id"),
        row.text("category"),
        row.uuid("listing_id"),
        money(row, "price_from_minor"),
        money(row, "price_to_minor"),
        row.instant("valid_from"),
        row.instant("valid_to"));
  }

  private static Money money(Row row, String column) throws SQLException {
    Long minor = row.wholeOrNull(column);
    return minor == null ? null : Money.of(minor, CurrencyCode.of(row.text("price_currency")));
  }
}
