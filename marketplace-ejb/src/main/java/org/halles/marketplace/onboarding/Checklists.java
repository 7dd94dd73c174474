package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.VendorStatus;

/** Judges a vendor by the checklist as it is composed now. */
@ApplicationScoped
class Checklists {

  private FactsReading reading;
  private RequirementTypes types;

  protected Checklists() {}

  @Inject
  Checklists(FactsReading reading, RequirementTypes types) {
    this.reading = reading;
    this.types = types;
  }

  ChecklistView of(UUID vendorId) {
    return of(reading.facts(vendorId));
  }

  ChecklistView of(VendorFacts facts) {
    Map<UUID, Map<String, String>> answers = reading.answers(facts.id());
    List<ChecklistStep> steps = new ArrayList<>();
    for (Requirement requirement : reading.requirements()) {
      if (requirement.concerns(facts.kind())) {
        ChecklistStep step =
            step(facts, requirement, answers.getOrDefault(requirement.id(), Map.of()));
        if (step != null) {
          steps.add(step);
        }
      }
    }
    boolean done = steps.stream().allMatch(step -> !step.gatesSelling() || step.isOver());
    return new ChecklistView(
        facts.id(),
        facts.slug(),
        facts.status(),
        !facts.checklist(),
        facts.submittedAt(),
        facts.askedAt(),
        facts.reason(),
        steps,
        done && facts.status() == VendorStatus.APPLIED && facts.submittedAt() == null);
  }

  /** The step, or null if a plugin's requirement does not concern this vendor. */
  private ChecklistStep step(VendorFacts facts, Requirement one, Map<String, String> answers) {
    RequirementType type = types.get(one.type());
    List<AskedField> fields = type.fields(facts);
    List<Lack> lacks = type.check(facts, one, answers);
    if (type instanceof PluginRequirement && fields.isEmpty() && lacks.isEmpty()) {
      return null;
    }
    DocumentView document = facts.document(one.id()).orElse(null);
    boolean gates = facts.checklist() || one.type().equals(TermsAccepted.TYPE);
    return new ChecklistStep(
        one.id(),
        one.type(),
        one.label().isEmpty() ? type.title() : one.label(),
        one.help().isEmpty() ? type.why() : one.help(),
        type.place().name().toLowerCase(Locale.ROOT),
        state(facts, lacks, document),
        gates && one.gatesSelling(),
        gates && one.gatesPayout(),
        fields,
        answers,
        lacks,
        document,
        one.expires());
  }

  private static ChecklistStep.State state(
      VendorFacts facts, List<Lack> lacks, DocumentView document) {
    if (lacks.stream().anyMatch(lack -> !lack.waiting())) {
      return ChecklistStep.State.TODO;
    }
    if (!lacks.isEmpty()) {
      return ChecklistStep.State.WAITING;
    }
    boolean soon =
        document != null
            && document.expiresOn() != null
            && document.expiresOn().isBefore(facts.today().plusDays(DocumentHandedIn.DAYS_AHEAD));
    return soon ? ChecklistStep.State.EXPIRING : ChecklistStep.State.DONE;
  }

  /** The fields a requirement asks of a vendor, and what it says of answers. */
  List<Lack> check(VendorFacts facts, Requirement one, Map<String, String> answers) {
    return types.get(one.type()).check(facts, one, answers);
  }

  List<AskedField> fields(VendorFacts facts, Requirement one) {
    return types.get(one.type()).fields(facts);
  }

  /** All kinds, with what the operator reads of each. */
  Map<String, Texts> titles() {
    Map<String, Texts> titles = new LinkedHashMap<>();
    types.all().forEach(type -> titles.put(type.type(), type.title()));
    return titles;
  }
}
