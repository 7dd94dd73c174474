package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.onboarding.Composition;
import org.halles.marketplace.onboarding.Requirement;
import org.halles.marketplace.onboarding.RequirementInput;
import org.halles.marketplace.onboarding.TermsBook;
import org.halles.marketplace.onboarding.TermsView;
import org.halles.marketplace.shared.Texts;
import org.halles.web.ui.Say;

/** The operator composes the checklist and publishes the terms for sellers. */
@Named
@RequestScoped
public class CompositionDesk {

  @Inject private Composition composition;
  @Inject private TermsBook terms;
  @Inject private Say say;

  private final RequirementForm form = new RequirementForm();
  private Map<String, Texts> kinds;
  private String termsFrench;
  private String termsEnglish;
  private String dueOn;

  public List<Requirement> getRequirements() {
    return composition.list();
  }

  /** What can be asked, by type. */
  public Map<String, Texts> getKinds() {
    if (kinds == null) {
      kinds = composition.kinds();
    }
    return kinds;
  }

  public List<String> getTypes() {
    return List.copyOf(getKinds().keySet());
  }

  /** The operator's words for a requirement, else the type's. */
  public Texts titleOf(Requirement one) {
    return one.label().isEmpty()
        ? getKinds().getOrDefault(one.type(), Texts.of(one.type()))
        : one.label();
  }

  public RequirementForm getForm() {
    return form;
  }

  public void add() {
    if (say.trying(() -> composition.add(form.input()))) {
      say.done("onboarding.compose.added");
      form.clear();
    }
  }

  public void gateSelling(Requirement one) {
    change(one, !one.gatesSelling(), one.gatesPayout());
  }

  public void gatePayout(Requirement one) {
    change(one, one.gatesSelling(), !one.gatesPayout());
  }

  private void change(Requirement one, boolean selling, boolean payout) {
    RequirementInput input =
        new RequirementInput(
            one.type(),
            one.label(),
            one.help(),
            one.professionals(),
            one.privates(),
            selling,
            payout,
            one.expires());
    if (say.trying(() -> composition.edit(one.id(), input))) {
      say.done("onboarding.compose.changed");
    }
  }

  public void up(Requirement one) {
    List<UUID> ids = new ArrayList<>(getRequirements().stream().map(Requirement::id).toList());
    int at = ids.indexOf(one.id());
    if (at > 0) {
      Collections.swap(ids, at, at - 1);
      say.trying(() -> composition.order(ids));
    }
  }

  public void retire(Requirement one) {
    if (say.trying(() -> composition.retire(one.id()))) {
      say.done("onboarding.compose.retired");
    }
  }

  public List<TermsView> getVersions() {
    return terms.versions();
  }

  /** Publishes what was typed as the next version. */
  public void publish() {
    boolean published =
        say.trying(
            () ->
                terms.publish(
                    Texts.of(text(termsFrench), text(termsEnglish)),
                    dueOn == null || dueOn.isBlank() ? null : LocalDate.parse(dueOn)));
    if (published) {
      say.done("onboarding.terms.published");
      termsFrench = null;
      termsEnglish = null;
    }
  }

  private static String text(String typed) {
    return typed == null ? "" : typed;
  }

  public String getTermsFrench() {
    return termsFrench;
  }

  public void setTermsFrench(String text) {
    this.termsFrench = text;
  }

  public String getTermsEnglish() {
    return termsEnglish;
  }

  public void setTermsEnglish(String text) {
    this.termsEnglish = text;
  }

  public String getDueOn() {
    return dueOn;
  }

  public void setDueOn(String day) {
    this.dueOn = day;
  }
}
