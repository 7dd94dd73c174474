package org.halles.marketplace.commission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Violation;

/**
 * The operator's rules: written, put in order, replaced, retired. Versions are never edited, so
 * that what an order paid can be looked up for ever; every change makes open quotes stale.
 */
@ApplicationScoped
public class CommissionRules {

  private final RuleStore store;
  private final RuleChecks checks;
  private final Silence silence;
  private final Database database;
  private final Audit audit;
  private final CurrentCaller caller;
  private final Clock clock;

  @Inject
  CommissionRules(
      RuleStore store,
      RuleChecks checks,
      Silence silence,
      Database database,
      Audit audit,
      CurrentCaller caller,
      Clock clock) {
    this.store = store;
    this.checks = checks;
    this.silence = silence;
    this.database = database;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  protected CommissionRules() {
    this(null, null, null, null, null, null, null);
  }

  /** The rules in force, by group and place, with what is wrong with their order. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  @Transactional
  public List<RuleVersion> inForce() {
    List<RuleVersion> active = store.active();
    return new RuleWarnings(categoryPaths(active), silence, checks.kindNames()).warn(active);
  }

  /** The kinds of rules that may be written now, and what each asks for. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  public List<RuleKind> kinds() {
    return checks.kinds();
  }

  /** The same for whoever proposes one. */
  List<RuleKind> kindsOfRules() {
    return checks.kinds();
  }

  /** Every version of a rule, newest first. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  @Transactional
  public List<RuleVersion> history(UUID id) {
    List<RuleVersion> history = store.history(id);
    if (history.isEmpty()) {
      throw new NotFound("commission rule", id);
    }
    return history;
  }

  /** Versions that are not in force any more, or never were, newest first. */
  @Allowed({Role.FINANCE, Role.MODERATOR, Role.SUPPORT})
  @Transactional
  public Page<RuleVersion> past(Paging paging) {
    return store.past(paging);
  }

  /**
   * Puts a rule in force, as a new one or as the next version of the one it replaces.
   *
   * @throws InvalidInput naming everything that is wrong with it
   * @throws NotFound if it replaces a rule that is not in force
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public RuleVersion create(NewRule rule) {
    store.bump();
    RuleChecks.Checked checked = checks.check(rule);
    Optional<RuleVersion> former = former(rule, checked.group());
    RuleVersion version = version(rule, checked, former);
    former.ifPresent(replaced -> store.end(replaced, RuleVersion.Status.RETIRED));
    store.insert(version, clock.instant());
    // no conditional expression: it would unbox the missing place
    Integer place = rule.position();
    if (place == null && former.isPresent()) {
      place = version.position();
    }
    place(version, place);
    audit.record(
        "write-commission-rule",
        Subject.of("commission-rule", version.id()),
        former.orElse(null),
        version);
    return current(version.id());
  }

  /**
   * Says what is wrong with a rule, and writes nothing.
   *
   * @throws InvalidInput naming everything that is wrong with it
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void check(NewRule rule) {
    checks.check(rule);
  }

  private Optional<RuleVersion> former(NewRule rule, String group) {
    if (rule.replaces() == null) {
      return Optional.empty();
    }
    RuleVersion former =
        store
            .find(rule.replaces(), RuleVersion.Status.ACTIVE)
            .orElseThrow(() -> new NotFound("commission rule in force", rule.replaces()));
    if (!former.group().equals(group)) {
      throw new InvalidInput(
          new Violation("group", "must stay '" + former.group() + "': retire it instead", group));
    }
    return Optional.of(former);
  }

  private RuleVersion version(
      NewRule rule, RuleChecks.Checked checked, Optional<RuleVersion> former) {
    Instant now = clock.instant();
    String author = caller.get().label();
    return new RuleVersion(
        former.map(RuleVersion::id).orElseGet(Ids::next),
        former.map(replaced -> replaced.version() + 1).orElse(1),
        rule.called(),
        rule.names(),
        rule.kind(),
        checked.configuration(),
        ContentHash.of(rule.kind(), checked.configuration(), checked.scope()),
        checked.group(),
        former.map(RuleVersion::position).orElse(Integer.MAX_VALUE),
        RuleVersion.Status.ACTIVE,
        checked.scope(),
        author,
        rule.because(),
        rule.reasons(),
        author,
        now,
        null,
        null,
        List.of());
  }

  /**
   * Puts the rules of a group in order.
   *
   * @param ids all rules in force of the group, the first to be asked first
   * @throws InvalidInput if they are not exactly those
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public List<RuleVersion> order(String group, List<UUID> ids) {
    store.bump();
    List<UUID> before = idsOf(group);
    if (ids == null
        || ids.size() != before.size()
        || !new HashSet<>(ids).equals(new HashSet<>(before))) {
      throw new InvalidInput(
          new Violation(
              "ids",
              "must be exactly the rules in force of group '" + group + "', each once: " + before,
              String.valueOf(ids)));
    }
    store.order(group, ids);
    audit.record(
        "order-commission-rules",
        Subject.of("commission-group", group),
        Map.of("ids", before),
        Map.of("ids", ids));
    return inForce();
  }

  /**
   * Ends a rule; what it decided stays as it is.
   *
   * @throws NotFound if it is not in force
   */
  @Allowed(Role.FINANCE)
  @Transactional
  public void retire(UUID id) {
    store.bump();
    RuleVersion rule =
        store
            .find(id, RuleVersion.Status.ACTIVE)
            .orElseThrow(() -> new NotFound("commission rule in force", id));
    store.end(rule, RuleVersion.Status.RETIRED);
    store.order(rule.group(), idsOf(rule.group()));
    audit.record("retire-commission-rule", Subject.of("commission-rule", id), rule, null);
  }

  /** Moves a rule to a place in its group, the others close up; to the end if null. */
  void place(RuleVersion rule, Integer position) {
    List<UUID> ids = new ArrayList<>(idsOf(rule.group()));
    ids.remove(rule.id());
    ids.add(position == null ? ids.size() : Math.min(position - 1, ids.size()), rule.id());
    store.order(rule.group(), ids);
  }

  RuleVersion current(UUID id) {
    return inForce().stream().filter(rule -> rule.id().equals(id)).findFirst().orElseThrow();
  }

  private List<UUID> idsOf(String group) {
    return store.active().stream()
        .filter(rule -> rule.group().equals(group))
        .map(RuleVersion::id)
        .toList();
  }

  private Map<String, List<String>> categoryPaths(List<RuleVersion> rules) {
    String[] slugs =
        rules.stream()
            .map(rule -> rule.scope().category())
            .filter(Objects::nonNull)
            .distinct()
            .toArray(String[]::new);
    Map<String, List<String>> paths = new HashMap<>();
    if (slugs.length > 0) {
      database
          .list(
              "select slug, path from category where slug = any(?)",
              row -> Map.entry(row.text("slug"), row.texts("path")),
              (Object) slugs)
          .forEach(entry -> paths.put(entry.getKey(), entry.getValue()));
    }
    return paths;
  }
}
