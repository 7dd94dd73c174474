package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.commission.RuleKind;
import org.halles.marketplace.commission.RuleScope;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.plugin.ConfigurationField;
import org.halles.marketplace.vendor.Approval;
import org.halles.web.catalogue.Branches;
import org.halles.web.plugin.Terms;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.primefaces.event.ReorderEvent;

/** The commission rules in their order, and what vendors propose. */
@Named
@RequestScoped
public class RuleDesk {

  @Inject private CommissionRules rules;
  @Inject private Proposals proposals;
  @Inject private Say say;
  @Inject private Words words;
  @Inject private Language language;

  /** The rules of a group, the first to be asked first. */
  public record Group(String name, List<RuleVersion> rules) {}

  @Inject private Approval approval;
  @Inject private Branches branches;

  private List<RuleKind> kinds;
  private Map<UUID, String> vendors;
  private List<Group> groups;
  private List<RuleVersion> inForce;
  private List<RuleVersion> waiting;

  public List<RuleVersion> getInForce() {
    if (inForce == null) {
      inForce = rules.inForce();
    }
    return inForce;
  }

  public List<RuleVersion> getWaiting() {
    if (waiting == null) {
      waiting = proposals.waiting();
    }
    return waiting;
  }

  /** The rules in force by group, each in its order. */
  public List<Group> getGroups() {
    if (groups == null) {
      Map<String, List<RuleVersion>> byGroup = new LinkedHashMap<>();
      getInForce()
          .forEach(
              rule -> byGroup.computeIfAbsent(rule.group(), name -> new ArrayList<>()).add(rule));
      groups =
          byGroup.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue())).toList();
    }
    return groups;
  }

  /** Somebody dragged a rule to another place of its group. */
  public void reordered(ReorderEvent event) {
    String group = String.valueOf(event.getComponent().getAttributes().get("group"));
    move(group, event.getFromIndex(), event.getToIndex());
  }

  /** One place up or down. */
  public void shift(RuleVersion rule, int by) {
    List<UUID> ids = idsOf(rule.group());
    int at = ids.indexOf(rule.id());
    if (at >= 0 && at + by >= 0 && at + by < ids.size()) {
      move(rule.group(), at, at + by);
    }
  }

  private void move(String group, int from, int to) {
    List<UUID> ids = idsOf(group);
    ids.add(to, ids.remove(from));
    if (say.trying(() -> rules.order(group, ids))) {
      say.done("rules.moved");
    }
    again();
  }

  /** As they stand now, not as the page was drawn. */
  private List<UUID> idsOf(String group) {
    return rules.inForce().stream()
        .filter(rule -> rule.group().equals(group))
        .map(RuleVersion::id)
        .collect(Collectors.toCollection(ArrayList::new));
  }

  /** True if nothing narrows which sales a rule is for. */
  public boolean forEverything(RuleVersion rule) {
    return rule != null && rule.scope().equals(RuleScope.EVERYTHING);
  }

  /** What the operator may have overlooked, in the reader's language. */
  public String said(String warning) {
    return new RuleRemarks(words, this::called).of(warning);
  }

  private String called(String name) {
    return getInForce().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .map(rule -> Functions.called(name, rule.names()))
        .orElse(name);
  }

  /** The name of a vendor that a rule is for. */
  public String vendorOf(UUID id) {
    if (vendors == null) {
      vendors =
          approval.names(
              Stream.concat(getInForce().stream(), getWaiting().stream())
                  .map(rule -> rule.scope().vendorId())
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
    }
    return id == null ? null : vendors.get(id);
  }

  /** The way to a category that a rule is for. */
  public String wayTo(String category) {
    String way = branches.way(category);
    return way == null ? category : way;
  }

  /** What a rule's configuration says, line by line. */
  public List<String> terms(RuleVersion rule) {
    return rule == null
        ? List.of()
        : new Terms(words, language.getLocale(), fieldsOf(rule.kind())).of(rule.configuration());
  }

  /** What people call a kind of rule: its plugin's word, or ours, or else its code. */
  public String nameOf(String kind) {
    return known(kind)
        .map(one -> one.labelIn(language.getTag()))
        .filter(label -> !label.isEmpty())
        .orElseGet(() -> words.orElse("rule." + kind, kind));
  }

  /** What a kind asks for, in its plugin's words; nothing if it is not switched on. */
  private List<ConfigurationField> fieldsOf(String kind) {
    return known(kind).map(RuleKind::fields).orElse(List.of());
  }

  private Optional<RuleKind> known(String kind) {
    if (kinds == null) {
      kinds = rules.kinds();
    }
    return kinds.stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  /** Puts a proposal in force as it reads now. */
  public void accept(RuleVersion proposal) {
    if (say.trying(() -> proposals.accept(proposal.id(), proposal.contentHash(), null))) {
      say.done("operator.rules.accepted", Functions.called(proposal.name(), proposal.names()));
    }
    again();
  }

  public void reject(UUID id, String name) {
    if (say.trying(() -> proposals.reject(id, ""))) {
      say.done("operator.rules.rejected", name);
    }
    again();
  }

  public void retire(RuleVersion rule) {
    if (say.trying(() -> rules.retire(rule.id()))) {
      say.done("operator.rules.retired", Functions.called(rule.name(), rule.names()));
    }
    again();
  }

  private void again() {
    inForce = null;
    groups = null;
    waiting = null;
  }
}
