package org.halles.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.NewRule;
import org.halles.marketplace.commission.RuleKind;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.pricing.RuleTrial;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Violation;
import org.halles.marketplace.simulation.NewSimulation;
import org.halles.marketplace.simulation.SimulationView;
import org.halles.marketplace.simulation.Simulations;
import org.halles.marketplace.vendor.Approval;
import org.halles.marketplace.vendor.VendorView;
import org.halles.web.catalogue.Branches;
import org.halles.web.plugin.TypedField;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.omnifaces.util.Faces;

/** The operator writes a commission rule, and sees what it would take before it is in force. */
@Named
@ViewScoped
public class RuleEditor implements Serializable {

  private static final long serialVersionUID = 1L;

  /** As many of the newest orders as a change is tried on from here. */
  private static final int SIMULATED_ORDERS = 10_000;

  @Inject private CommissionRules rules;
  @Inject private RuleTrial trial;
  @Inject private Simulations simulations;
  @Inject private Approval approval;
  @Inject private Branches branches;
  @Inject private Words words;
  @Inject private Language language;
  @Inject private Say say;

  private List<RuleKind> kinds;
  private RuleForm form;
  private final RuleExample example = new RuleExample();
  private final Map<String, String> faults = new HashMap<>();

  @PostConstruct
  void open() {
    kinds = rules.kinds();
    String id = Faces.getRequestParameter("rule");
    if (id == null) {
      form = new RuleForm();
      kinds.stream()
          .filter(kind -> kind.kind().equals("standard.percentage"))
          .findFirst()
          .or(() -> kinds.stream().findFirst())
          .ifPresent(form::ask);
    } else {
      edit(find(id));
    }
  }

  private RuleVersion find(String id) {
    return rules.inForce().stream()
        .filter(rule -> rule.id().toString().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFound("commission rule in force", id));
  }

  private void edit(RuleVersion rule) {
    UUID vendor = rule.scope().vendorId();
    form =
        new RuleForm(
            rule,
            vendor == null ? null : approval.get(vendor).slug(),
            branches.way(rule.scope().category()),
            language.getLocale());
    kinds.stream().filter(kind -> kind.kind().equals(rule.kind())).findFirst().ifPresent(form::ask);
    TypedField.fill(form.getFields(), rule.configuration(), language.getLocale());
  }

  /** The fields follow the kind. */
  public void kindChosen() {
    faults.clear();
    kinds.stream()
        .filter(kind -> kind.kind().equals(form.getKind()))
        .findFirst()
        .ifPresent(form::ask);
  }

  /** Puts it in force. */
  public void save() {
    Map<String, String> unread = new HashMap<>();
    NewRule rule =
        form.input(category(), unread, words.get("rules.no-amount"), words.get("rules.no-day"));
    unread.computeIfPresent("scope.listing", (field, typed) -> words.get("rules.no-listing"));
    boolean done = say.trying(faults, () -> create(rule, unread));
    faults.putAll(unread);
    if (done) {
      say.done("rules.saved", Functions.called(rule.name(), rule.names()));
      Faces.getFlash().setKeepMessages(true);
      Faces.redirect("/operator/commission-rules");
    }
  }

  /** Replays the last orders under it, and changes nothing. */
  public void simulate() {
    Map<String, String> unread = new HashMap<>();
    NewRule rule =
        form.input(category(), unread, words.get("rules.no-amount"), words.get("rules.no-day"));
    unread.computeIfPresent("scope.listing", (field, typed) -> words.get("rules.no-listing"));
    SimulationView[] begun = new SimulationView[1];
    Map<String, String> wrong = new HashMap<>();
    boolean done = say.trying(wrong, () -> begun[0] = begin(rule, unread));
    wrong.forEach((field, text) -> faults.put(field.replaceFirst("^rules\\[0]\\.", ""), text));
    if (done) {
      Faces.redirect("/operator/commission-simulations/" + begun[0].id());
    }
    faults.putAll(unread);
  }

  private SimulationView begin(NewRule rule, Map<String, String> unread) {
    if (!unread.isEmpty()) {
      throw new InvalidInput(
          unread.keySet().stream()
              .map(field -> new Violation(field, "cannot be read", null))
              .toList());
    }
    return simulations.start(
        new NewSimulation(null, null, SIMULATED_ORDERS, List.of(rule), List.of()));
  }

  /** What cannot be read is wrong as well; the rest is checked all the same. */
  private void create(NewRule rule, Map<String, String> unread) {
    if (unread.isEmpty()) {
      rules.create(rule);
      return;
    }
    List<Violation> wrong = new ArrayList<>();
    unread.forEach((field, told) -> wrong.add(new Violation(field, told, null)));
    try {
      rules.check(rule);
    } catch (InvalidInput invalid) {
      wrong.addAll(invalid.violations());
    }
    throw new InvalidInput(wrong);
  }

  private String category() {
    String way = form.getCategory();
    return way == null || way.isBlank()
        ? null
        : branches.at(way).map(CategoryView::slug).orElse(way);
  }

  /** What it would take of the example; null as long as it cannot be said. */
  public RuleTrial.Outcome getOutcome() {
    if (form.getKind() == null) {
      return null;
    }
    try {
      return trial.of(sale());
    } catch (Refusal notYet) {
      return null;
    }
  }

  /** Why the example cannot be worked out yet. */
  public List<String> getMissing() {
    try {
      trial.of(sale());
      return List.of();
    } catch (InvalidInput invalid) {
      return FieldErrors.of(invalid, words).entrySet().stream()
          .map(one -> words.of("terms.line", labelOf(one.getKey()), one.getValue()))
          .toList();
    } catch (Refusal notYet) {
      return List.of(notYet.getMessage());
    }
  }

  private RuleTrial.Request sale() {
    return example.with(
        form.getKind(),
        TypedField.json(form.getFields(), form.getCurrency()),
        form.getCurrency(),
        form.isAboutSales());
  }

  /** What stands above the field, or a word of ours. */
  private String labelOf(String path) {
    for (TypedField field : form.getFields()) {
      String label = field.labelOf(path, language.getTag());
      if (!label.isEmpty()) {
        return label;
      }
    }
    String last = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[\\d+]", "");
    return words.orElse("terms." + last, words.orElse("rules.field." + last, last));
  }

  public List<String> categoriesLike(String typed) {
    return branches.like(typed);
  }

  /** Slugs of vendors whose name or slug has these words. */
  public List<String> vendorsLike(String typed) {
    return approval.list(null, typed, Paging.of(10, null)).items().stream()
        .map(VendorView::slug)
        .toList();
  }

  public List<RuleKind> getKinds() {
    return kinds;
  }

  public RuleForm getForm() {
    return form;
  }

  public Map<String, String> getFaults() {
    return faults;
  }

  public RuleExample getExample() {
    return example;
  }
}
