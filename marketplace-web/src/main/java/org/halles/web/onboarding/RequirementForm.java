package org.halles.web.onboarding;

import java.util.LinkedHashMap;
import java.util.Map;
import org.halles.marketplace.onboarding.RequirementInput;
import org.halles.marketplace.shared.Texts;

/** A new requirement as it is typed. */
public class RequirementForm {

  private String type = "document";
  private String french;
  private String english;
  private boolean professionals = true;
  private boolean privates;
  private boolean selling = true;
  private boolean payout;
  private boolean expires;

  RequirementInput input() {
    Map<String, String> label = new LinkedHashMap<>();
    put(label, "fr", french);
    put(label, "en", english);
    return new RequirementInput(
        type, new Texts(label), Texts.NONE, professionals, privates, selling, payout, expires);
  }

  void clear() {
    french = null;
    english = null;
  }

  private static void put(Map<String, String> label, String language, String text) {
    if (text != null && !text.isBlank()) {
      label.put(language, text.strip());
    }
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getFrench() {
    return french;
  }

  public void setFrench(String french) {
    this.french = french;
  }

  public String getEnglish() {
    return english;
  }

  public void setEnglish(String english) {
    this.english = english;
  }

  public boolean isProfessionals() {
    return professionals;
  }

  public void setProfessionals(boolean professionals) {
    this.professionals = professionals;
  }

  public boolean isPrivates() {
    return privates;
  }

  public void setPrivates(boolean privates) {
    this.privates = privates;
  }

  public boolean isSelling() {
    return selling;
  }

  public void setSelling(boolean selling) {
    this.selling = selling;
  }

  public boolean isPayout() {
    return payout;
  }

  public void setPayout(boolean payout) {
    this.payout = payout;
  }

  public boolean isExpires() {
    return expires;
  }

  public void setExpires(boolean expires) {
    this.expires = expires;
  }
}
