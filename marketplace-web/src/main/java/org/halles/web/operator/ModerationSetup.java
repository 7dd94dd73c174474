package org.halles.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.moderation.EditRule;
import org.halles.marketplace.moderation.ModerationSettings;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.moderation.ReasonTemplate;
import org.halles.marketplace.moderation.ReasonTemplates;
import org.halles.marketplace.plugin.CheckView;
import org.halles.marketplace.shared.Texts;
import org.halles.web.ui.Say;

/** Where operators set how moderation works: the rule for edits, the checks, the reasons. */
@Named
@RequestScoped
public class ModerationSetup {

  @Inject private ModerationSettings settings;
  @Inject private ReasonTemplates templates;
  @Inject private Say say;

  private boolean enabled;
  private List<String> fields = new ArrayList<>();
  private int earlierApprovals;
  private int targetHours;
  private List<CheckView> checks;
  private List<ReasonTemplate> reasons;

  private String id;
  private String outcome;
  private String titleFr;
  private String titleEn;
  private String textFr;
  private String textEn;

  @PostConstruct
  void read() {
    EditRule rule = settings.rule();
    enabled = rule.enabled();
    fields = new ArrayList<>(rule.fields());
    earlierApprovals = rule.earlierApprovals();
    targetHours = settings.targetHours();
    checks = settings.checks();
  }

  public void saveRule() {
    if (say.trying(
        () -> {
          settings.setRule(new EditRule(enabled, new HashSet<>(fields), earlierApprovals));
          settings.setTargetHours(targetHours);
        })) {
      say.done("moderation.settings.saved");
    }
  }

  public List<ReasonTemplate> getReasons() {
    if (reasons == null) {
      reasons = templates.list();
    }
    return reasons;
  }

  public void edit(ReasonTemplate reason) {
    id = reason.id().toString();
    outcome = reason.outcome() == null ? "" : reason.outcome().name();
    titleFr = reason.title().byLanguage().get("fr");
    titleEn = reason.title().byLanguage().get("en");
    textFr = reason.text().byLanguage().get("fr");
    textEn = reason.text().byLanguage().get("en");
  }

  public void saveReason() {
    ReasonTemplate given =
        new ReasonTemplate(
            blank(id) ? null : UUID.fromString(id),
            blank(outcome) ? null : Outcome.valueOf(outcome),
            texts(titleFr, titleEn),
            texts(textFr, textEn));
    if (say.trying(() -> templates.save(given))) {
      say.done("moderation.settings.saved");
      id = null;
      outcome = null;
      titleFr = null;
      titleEn = null;
      textFr = null;
      textEn = null;
      reasons = null;
    }
  }

  public void remove(ReasonTemplate reason) {
    if (say.trying(() -> templates.remove(reason.id()))) {
      say.done("moderation.settings.removed", reason.title().in("fr"));
    }
    reasons = null;
  }

  private static Texts texts(String french, String english) {
    return Texts.of(french == null ? "" : french, english == null ? "" : english);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  public List<String> getPossible() {
    return EditRule.POSSIBLE;
  }

  public List<CheckView> getChecks() {
    return checks;
  }

  public boolean isEnabled() {
    return enabled;
  }

  public void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  public List<String> getFields() {
    return fields;
  }

  public void setFields(List<String> fields) {
    this.fields = fields;
  }

  public int getEarlierApprovals() {
    return earlierApprovals;
  }

  public void setEarlierApprovals(int earlierApprovals) {
    this.earlierApprovals = earlierApprovals;
  }

  public int getTargetHours() {
    return targetHours;
  }

  public void setTargetHours(int targetHours) {
    this.targetHours = targetHours;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(String outcome) {
    this.outcome = outcome;
  }

  public String getTitleFr() {
    return titleFr;
  }

  public void setTitleFr(String titleFr) {
    this.titleFr = titleFr;
  }

  public String getTitleEn() {
    return titleEn;
  }

  public void setTitleEn(String titleEn) {
    this.titleEn = titleEn;
  }

  public String getTextFr() {
    return textFr;
  }

  public void setTextFr(String textFr) {
    this.textFr = textFr;
  }

  public String getTextEn() {
    return textEn;
  }

  public void setTextEn(String textEn) {
    this.textEn = textEn;
  }
}
