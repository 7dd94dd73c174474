package org.halles.web.onboarding;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.onboarding.AskedField;
import org.halles.marketplace.onboarding.ChecklistStep;
import org.halles.marketplace.onboarding.Completing;
import org.halles.marketplace.onboarding.Documents;
import org.halles.marketplace.onboarding.Lack;
import org.halles.marketplace.onboarding.TermsBook;
import org.halles.marketplace.onboarding.TermsView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.model.file.UploadedFile;

/**
 * One step of the checklist: a form, a file or the terms. What is typed is kept, right or wrong.
 */
@Named
@RequestScoped
public class StepDesk {

  @Inject
  @Param(name = "step")
  private String wanted;

  @Inject private Desk desk;
  @Inject private Completing completing;
  @Inject private Documents documents;
  @Inject private TermsBook terms;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Say say;

  private ChecklistStep step;
  private Map<String, String> typed;
  private Map<String, Boolean> ticked;
  private boolean tried;
  private UploadedFile file;
  private String expiresOn;
  private final Map<String, String> faults = new HashMap<>();

  public ChecklistStep getStep() {
    if (step == null) {
      UUID id = UUID.fromString(wanted);
      step =
          completing.view(desk.scope()).steps().stream()
              .filter(one -> one.requirementId().equals(id))
              .findFirst()
              .orElseThrow(() -> new NotFound("step", wanted));
    }
    return step;
  }

  /** What stands in the form. */
  public Map<String, String> getTyped() {
    if (typed == null) {
      typed = new HashMap<>(getStep().answers());
    }
    return typed;
  }

  /** What is ticked in the form. */
  public Map<String, Boolean> getTicked() {
    if (ticked == null) {
      ticked = new HashMap<>();
      getTyped().forEach((field, answer) -> ticked.put(field, "yes".equals(answer)));
    }
    return ticked;
  }

  /** What is wrong with a field, or nothing before it was tried. */
  public String errorOf(AskedField field) {
    if (!tried && getStep().answers().isEmpty()) {
      return "";
    }
    return getStep().lacks().stream()
        .filter(lack -> field.name().equals(lack.field()))
        .filter(lack -> tried || getStep().answers().containsKey(field.name()))
        .findFirst()
        .map(lack -> field.kind().equals("yes") ? words.get("onboarding.tick") : sentence(lack))
        .orElse("");
  }

  private String sentence(Lack lack) {
    String reason = lack.reason().in(language.getTag());
    return words.of("onboarding.field-error", reason);
  }

  /** Keeps what was typed; leads on if nothing is wrong. */
  public void save() {
    Map<String, String> answers = new HashMap<>(getTyped());
    for (AskedField field : getStep().fields()) {
      if (field.kind().equals("yes")) {
        boolean yes = Boolean.TRUE.equals(getTicked().get(field.name()));
        answers.put(field.name(), yes ? "yes" : null);
      }
    }
    answers.values().removeIf(answer -> answer == null || answer.isBlank());
    tried = true;
    UUID id = getStep().requirementId();
    try {
      completing.save(desk.scope(), id, answers);
      done();
    } catch (InvalidInput incomplete) {
      step = null;
      FacesContext.getCurrentInstance().validationFailed();
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(
                  FacesMessage.SEVERITY_WARN, words.get("onboarding.kept-incomplete"), ""));
    }
  }

  /** Hands the chosen file in. */
  public void handIn() {
    UUID id = getStep().requirementId();
    boolean handedIn =
        say.trying(
            faults,
            () ->
                documents.handIn(
                    desk.scope(),
                    id,
                    file == null ? null : file.getFileName(),
                    file == null ? new byte[0] : file.getContent(),
                    day()));
    step = null;
    if (handedIn) {
      done();
    }
  }

  private LocalDate day() {
    try {
      return expiresOn == null || expiresOn.isBlank() ? null : LocalDate.parse(expiresOn.strip());
    } catch (DateTimeParseException malformed) {
      return null;
    }
  }

  /** Agrees to the terms that were shown. */
  public void accept() {
    if (say.trying(() -> completing.acceptTerms(desk.scope(), getTerms().version()))) {
      done();
    }
  }

  /** What is wrong with the document, by field. */
  public Map<String, String> getFaults() {
    return faults;
  }

  private void done() {
    Faces.redirect("/vendor/%s/checklist?done=%s", desk.getSlug(), wanted);
  }

  public TermsView getTerms() {
    return terms.newest();
  }

  public UploadedFile getFile() {
    return file;
  }

  public void setFile(UploadedFile file) {
    this.file = file;
  }

  public String getExpiresOn() {
    return expiresOn;
  }

  public void setExpiresOn(String expiresOn) {
    this.expiresOn = expiresOn;
  }
}
