package org.halles.marketplace.onboarding;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.BusinessCalendar;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Row;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.shared.Vault;
import org.halles.marketplace.vendor.VendorKind;
import org.halles.marketplace.vendor.VendorStatus;

/** Reads what requirements are judged by: four statements, however long the checklist. */
@ApplicationScoped
class FactsReading {

  private static final TypeReference<Map<String, Texts>> POLICIES = new TypeReference<>() {};

  private static final String FACTS =
      """
      select v.*, s.tagline, s.story, s.policies,
             (select count(*) from (select 1 from listing l
               where l.vendor_id = v.id and l.status <> 'ARCHIVED' limit 1) as written) as listings,
             (select count(*) from vendor_member m where m.vendor_id = v.id and m.role = 'OWNER'
               and not exists (select 1 from second_factor f
                 where f.account_id = m.account_id and f.confirmed_at is not null)) as unguarded,
             coalesce((select max(version) from terms_acceptance a where a.vendor_id = v.id), 0)
               as terms_accepted,
             coalesce((select max(version) from terms_version), 0) as terms_newest,
             coalesce((select max(version) from terms_version t where t.due_on <= ?
               and (v.checklist or t.published_at > v.created_at)), 0) as terms_due,
             (select min(due_on) from terms_version t where t.due_on > ?) as terms_due_next
        from vendor v join storefront s on s.vendor_id = v.id where v.id = ?
      """;

  private record Sealed(UUID vendor, UUID requirement, byte[] content) {}

  private Database database;
  private Vault vault;
  private Clock clock;

  protected FactsReading() {}

  @Inject
  FactsReading(Database database, Vault vault, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  VendorFacts facts(UUID vendorId) {
    LocalDate today = BusinessCalendar.dayOf(clock.instant());
    List<DocumentView> documents =
        database.list(
            """
            select distinct on (requirement_id) * from vendor_document
             where vendor_id = ? and status <> 'REPLACED'
             order by requirement_id, uploaded_at desc, id desc
            """,
            DocumentView::read,
            vendorId);
    return database
        .find(FACTS, row -> facts(row, documents, today), today, today, vendorId)
        .orElseThrow(() -> new NotFound("vendor", vendorId));
  }

  private static VendorFacts facts(Row row, List<DocumentView> documents, LocalDate today)
      throws SQLException {
    Texts returns = row.json("policies", POLICIES).getOrDefault("returns", Texts.NONE);
    return new VendorFacts(
        row.uuid("id"),
        row.text("slug"),
        row.one("kind", VendorKind.class),
        row.text("country"),
        row.one("status", VendorStatus.class),
        row.flag("checklist"),
        row.instant("created_at"),
        row.instant("submitted_at"),
        row.instant("asked_at"),
        row.text("reason"),
        row.json("tagline", Texts.class),
        row.json("story", Texts.class),
        !returns.isEmpty(),
        row.integer("listings"),
        row.integer("unguarded"),
        row.integer("terms_accepted"),
        row.integer("terms_newest"),
        row.integer("terms_due"),
        row.day("terms_due_next"),
        documents,
        today);
  }

  /** The checklist as composed now. */
  List<Requirement> requirements() {
    return database.list(
        "select * from requirement where retired_at is null order by position, id limit 200",
        Requirement::read);
  }

  /** What a vendor typed, by requirement. */
  Map<UUID, Map<String, String>> answers(UUID vendorId) {
    Map<UUID, Map<String, String>> answers = new HashMap<>();
    database
        .list(
            "select requirement_id, sealed from requirement_answer where vendor_id = ?",
            row -> Map.entry(row.uuid("requirement_id"), row.bytes("sealed")),
            vendorId)
        .forEach(one -> answers.put(one.getKey(), open(vendorId, one.getValue())));
    return answers;
  }

  /** What a vendor typed where requirements of a type ask, in the order of the checklist. */
  List<Map<String, String>> answersTo(String type, UUID vendorId) {
    return database
        .list(
            """
            select a.sealed from requirement r join requirement_answer a on a.requirement_id = r.id
             where r.retired_at is null and r.type = ? and a.vendor_id = ?
             order by r.position, r.id
            """,
            row -> row.bytes("sealed"),
            type,
            vendorId)
        .stream()
        .map(content -> open(vendorId, content))
        .toList();
  }

  /** What several vendors typed, by vendor and requirement. */
  Map<UUID, Map<UUID, Map<String, String>>> answersOf(Collection<UUID> vendors) {
    Map<UUID, Map<UUID, Map<String, String>>> answers = new HashMap<>();
    database
        .list(
            """
            select vendor_id, requirement_id, sealed from requirement_answer
             where vendor_id = any(?)
            """,
            row ->
                new Sealed(row.uuid("vendor_id"), row.uuid("requirement_id"), row.bytes("sealed")),
            (Object) vendors.toArray(UUID[]::new))
        .forEach(
            one ->
                answers
                    .computeIfAbsent(one.vendor(), first -> new HashMap<>())
                    .put(one.requirement(), open(one.vendor(), one.content())));
    return answers;
  }

  void keep(UUID vendorId, UUID requirementId, Map<String, String> answers) {
    database.update(
        """
        insert into requirement_answer (vendor_id, requirement_id, sealed, updated_at)
        values (?, ?, ?, ?) on conflict (vendor_id, requirement_id)
        do update set sealed = excluded.sealed, updated_at = excluded.updated_at
        """,
        vendorId,
        requirementId,
        vault.seal(purpose(vendorId), Json.write(answers).getBytes(StandardCharsets.UTF_8)),
        clock.instant());
  }

  private Map<String, String> open(UUID vendorId, byte[] sealed) {
    return Json.readWords(
        new String(vault.open(purpose(vendorId), sealed), StandardCharsets.UTF_8));
  }

  private static String purpose(UUID vendorId) {
    return "answers:" + vendorId;
  }
}
