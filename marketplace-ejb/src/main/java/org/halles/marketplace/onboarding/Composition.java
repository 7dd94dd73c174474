package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Texts;

/** The operator composes the checklist; every vendor is judged anew by it, soon after. */
@ApplicationScoped
@Transactional
public class Composition {

  private FactsReading reading;
  private Checklists checklists;
  private RequirementTypes types;
  private Standings standings;
  private Database database;
  private Audit audit;
  private Clock clock;

  protected Composition() {}

  @Inject
  Composition(
      FactsReading reading,
      Checklists checklists,
      RequirementTypes types,
      Standings standings,
      Database database,
      Audit audit,
      Clock clock) {
    this.reading = reading;
    this.checklists = checklists;
    this.types = types;
    this.standings = standings;
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /** The checklist in its order. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public List<Requirement> list() {
    return reading.requirements();
  }

  /** The kinds there are to choose from, the house's and those of plugins, with their titles. */
  @Allowed({Role.MODERATOR, Role.SUPPORT})
  public Map<String, Texts> kinds() {
    return checklists.titles();
  }

  /** Puts a requirement at the end of the checklist. */
  @Allowed(Role.ADMIN)
  public Requirement add(RequirementInput input) {
    Checklist checklist = checked(input);
    if (input.type() == null || !types.isKnown(input.type())) {
      checklist.reject(
          "type", "must be one of " + String.join(", ", kinds().keySet()), input.type());
    }
    checklist.done();
    UUID id = Ids.next();
    database.update(
        """
        insert into requirement (id, type, position, label, help, professionals, privates,
          gates_selling, gates_payout, expires)
        values (?, ?, (select coalesce(max(position), 0) + 1 from requirement), ?::jsonb, ?::jsonb,
          ?, ?, ?, ?, ?)
        """,
        id,
        input.type(),
        Json.write(texts(input.label())),
        Json.write(texts(input.help())),
        input.professionals(),
        input.privates(),
        input.gatesSelling(),
        input.gatesPayout(),
        input.expires());
    return changed("add-requirement", id, null);
  }

  /** Everything but the type is as given from now on. */
  @Allowed(Role.ADMIN)
  public Requirement edit(UUID id, RequirementInput input) {
    checked(input).done();
    Requirement before = get(id);
    database.update(
        """
        update requirement set label = ?::jsonb, help = ?::jsonb, professionals = ?, privates = ?,
          gates_selling = ?, gates_payout = ?, expires = ? where id = ?
        """,
        Json.write(texts(input.label())),
        Json.write(texts(input.help())),
        input.professionals(),
        input.privates(),
        input.gatesSelling(),
        input.gatesPayout(),
        input.expires(),
        id);
    return changed("edit-requirement", id, before);
  }

  /** Takes a requirement off the checklist; what vendors answered is kept. */
  @Allowed(Role.ADMIN)
  public void retire(UUID id) {
    Requirement before = get(id);
    database.update("update requirement set retired_at = ? where id = ?", clock.instant(), id);
    audit.record("retire-requirement", Subject.of("requirement", id), facts(before), null);
    standings.everybody();
  }

  /** The checklist is in this order from now on; ids left out keep their order at the end. */
  @Allowed(Role.ADMIN)
  public List<Requirement> order(List<UUID> ids) {
    database.update(
        """
        update requirement r set position = o.position
          from (select id, row_number() over (order by coalesce(array_position(?, id), 999), position, id)
                       as position from requirement where retired_at is null) as o
         where o.id = r.id
        """,
        (Object) ids.toArray(UUID[]::new));
    audit.record("order-requirements", Subject.of("checklist", "all"), null, Map.of("order", ids));
    return list();
  }

  private Requirement get(UUID id) {
    return list().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("requirement", id));
  }

  private Requirement changed(String action, UUID id, Requirement before) {
    Requirement after = get(id);
    audit.record(
        action, Subject.of("requirement", id), before == null ? null : facts(before), facts(after));
    standings.everybody();
    return after;
  }

  private static Checklist checked(RequirementInput input) {
    Checklist checklist = new Checklist();
    checklist.texts("label", input.label(), 120, false);
    checklist.texts("help", input.help(), 500, false);
    if (!input.professionals() && !input.privates()) {
      checklist.reject("professionals", "or privates must be true: somebody has to meet it", false);
    }
    return checklist;
  }

  private static Texts texts(Texts given) {
    return given == null ? Texts.NONE : given;
  }

  private static Map<String, Object> facts(Requirement one) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("type", one.type());
    facts.put("label", one.label().byLanguage());
    facts.put("professionals", one.professionals());
    facts.put("privates", one.privates());
    facts.put("gatesSelling", one.gatesSelling());
    facts.put("gatesPayout", one.gatesPayout());
    facts.put("expires", one.expires());
    return facts;
  }
}
