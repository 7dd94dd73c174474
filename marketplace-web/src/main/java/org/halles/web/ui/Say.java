package org.halles.web.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Map;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;

/** Tells the person at a portal how an action went. */
@RequestScoped
public class Say {

  @Inject private Words words;

  /** It is done; says what. */
  public void done(String key, Object... facts) {
    add(FacesMessage.SEVERITY_INFO, words.of(key, facts), null);
  }

  /** Something is missing; says what. */
  public void wrong(String key, Object... facts) {
    add(FacesMessage.SEVERITY_ERROR, words.of(key, facts), null);
  }

  /**
   * Does something that may be refused, and says why if it is.
   *
   * @return true if it was done
   */
  public boolean trying(Runnable action) {
    try {
      action.run();
      return true;
    } catch (InvalidInput invalid) {
      FieldErrors.of(invalid, words)
          .forEach((field, error) -> add(FacesMessage.SEVERITY_ERROR, nameOf(field), error));
    } catch (Refusal refusal) {
      add(
          FacesMessage.SEVERITY_ERROR,
          Refusals.told(
              refusal, words, FacesContext.getCurrentInstance().getViewRoot().getLocale()),
          null);
    }
    FacesContext.getCurrentInstance().validationFailed();
    return false;
  }

  /**
   * Does something that may be refused. What is wrong with a field is noted under its name, to be
   * shown beside it; any other refusal is said at once.
   *
   * @param faults emptied, then filled
   * @return true if it was done
   */
  public boolean trying(Map<String, String> faults, Runnable action) {
    faults.clear();
    return trying(
            () -> {
              try {
                action.run();
              } catch (InvalidInput invalid) {
                faults.putAll(FieldErrors.of(invalid, words));
              }
            })
        && settled(faults);
  }

  private boolean settled(Map<String, String> faults) {
    if (!faults.isEmpty()) {
      wrong("input.look-again", faults.size());
      FacesContext.getCurrentInstance().validationFailed();
    }
    return faults.isEmpty();
  }

  /** A field as people know it: {@code methods[2].price} is the price. */
  private String nameOf(String field) {
    String last = field.substring(field.lastIndexOf('.') + 1).replaceAll("\\[\\d+]", "");
    return words.orElse("input." + last, last);
  }

  private static void add(FacesMessage.Severity severity, String summary, String detail) {
    FacesContext.getCurrentInstance()
        .addMessage(null, new FacesMessage(severity, summary, detail == null ? "" : detail));
  }
}
