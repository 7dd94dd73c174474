package org.halles.web.returns;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.halles.marketplace.returns.Bearer;
import org.halles.marketplace.returns.Exclusion;
import org.halles.marketplace.returns.Exclusions;
import org.halles.marketplace.returns.ReturnPolicy;
import org.halles.marketplace.returns.ReturnReason;
import org.halles.marketplace.returns.ReturnReasons;
import org.halles.marketplace.shared.Texts;
import org.halles.web.ui.Query;
import org.halles.web.ui.Say;
import org.omnifaces.cdi.Param;

/** The operator sets the deadlines of returns and keeps the list of reasons. */
@Named
@RequestScoped
public class ReturnRules {

  @Inject @Param private String reason;
  @Inject private ReturnPolicy policy;
  @Inject private ReturnReasons reasons;
  @Inject private Exclusions exclusions;
  @Inject private Say say;

  private List<Exclusions.Marked> categories;
  private String category;
  private String exclusion;
  private List<ReturnReason> all;
  private ReturnPolicy.Terms terms;
  private Integer answerDays;
  private Integer sendDays;
  private Integer checkDays;
  private ReturnPolicy.Silence silence;
  private Bearer withdrawalCost;
  private ReasonForm form;

  public List<ReturnReason> getReasons() {
    if (all == null) {
      all = reasons.all();
    }
    return all;
  }

  public String hrefOf(ReturnReason one) {
    return Query.of("/operator/returns/rules").with("reason", one.code()) + "#reason";
  }

  /** The reason that is being changed, or a new one. */
  public ReasonForm getForm() {
    if (form == null) {
      form =
          getReasons().stream()
              .filter(one -> one.code().equals(reason))
              .findFirst()
              .map(ReasonForm::new)
              .orElseGet(ReasonForm::new);
    }
    return form;
  }

  public void savePolicy() {
    if (say.trying(
        () ->
            terms =
                policy.change(
                    new ReturnPolicy.Terms(
                        answerDays, silence, sendDays, checkDays, withdrawalCost)))) {
      say.done("returns.policy-saved");
    }
  }

  public void saveReason() {
    ReasonForm wanted = getForm();
    if (say.trying(() -> reasons.save(wanted.reason()))) {
      say.done("returns.reason-saved");
      all = null;
    }
  }

  /** All categories, as they stand in the tree. */
  public List<Exclusions.Marked> getCategories() {
    if (categories == null) {
      categories = exclusions.categories();
    }
    return categories;
  }

  /** Those that are marked. */
  public List<Exclusions.Marked> getMarked() {
    return getCategories().stream().filter(one -> one.exclusion() != null).toList();
  }

  public List<Exclusion> getMarks() {
    return exclusions.marks();
  }

  public void mark() {
    if (say.trying(() -> exclusions.mark(category, exclusion))) {
      say.done("returns.exclusion-saved");
      categories = null;
    }
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getExclusion() {
    return exclusion;
  }

  public void setExclusion(String exclusion) {
    this.exclusion = exclusion;
  }

  private ReturnPolicy.Terms terms() {
    if (terms == null) {
      terms = policy.get();
    }
    return terms;
  }

  public List<Bearer> getBearers() {
    return List.of(Bearer.values());
  }

  public List<ReturnPolicy.Silence> getSilences() {
    return List.of(ReturnPolicy.Silence.values());
  }

  public Integer getAnswerDays() {
    return answerDays == null ? terms().answerDays() : answerDays;
  }

  public void setAnswerDays(Integer answerDays) {
    this.answerDays = answerDays;
  }

  public Integer getSendDays() {
    return sendDays == null ? terms().sendDays() : sendDays;
  }

  public void setSendDays(Integer sendDays) {
    this.sendDays = sendDays;
  }

  public Integer getCheckDays() {
    return checkDays == null ? terms().checkDays() : checkDays;
  }

  public void setCheckDays(Integer checkDays) {
    this.checkDays = checkDays;
  }

  public ReturnPolicy.Silence getSilence() {
    return silence == null ? terms().silence() : silence;
  }

  public void setSilence(ReturnPolicy.Silence silence) {
    this.silence = silence;
  }

  public Bearer getWithdrawalCost() {
    return withdrawalCost == null ? terms().withdrawalCostBorneBy() : withdrawalCost;
  }

  public void setWithdrawalCost(Bearer withdrawalCost) {
    this.withdrawalCost = withdrawalCost;
  }

  /** A reason as it is typed. */
  public static class ReasonForm {

    private String code;
    private String french;
    private String english;
    private Bearer costBorneBy = Bearer.BUYER;
    private Integer days = 30;
    private boolean photoNeeded;
    private boolean deliveryBack = true;
    private boolean active = true;

    public ReasonForm() {}

    ReasonForm(ReturnReason known) {
      code = known.code();
      french = known.name().byLanguage().get("fr");
      english = known.name().byLanguage().get("en");
      costBorneBy = known.costBorneBy();
      days = known.days();
      photoNeeded = known.photoNeeded();
      deliveryBack = known.deliveryBack();
      active = known.active();
    }

    ReturnReason reason() {
      return new ReturnReason(
          code,
          Texts.of(french, english),
          costBorneBy,
          days == null ? 0 : days,
          photoNeeded,
          deliveryBack,
          active);
    }

    public String getCode() {
      return code;
    }

    public void setCode(String code) {
      this.code = code;
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

    public Bearer getCostBorneBy() {
      return costBorneBy;
    }

    public void setCostBorneBy(Bearer costBorneBy) {
      this.costBorneBy = costBorneBy;
    }

    public Integer getDays() {
      return days;
    }

    public void setDays(Integer days) {
      this.days = days;
    }

    public boolean isPhotoNeeded() {
      return photoNeeded;
    }

    public void setPhotoNeeded(boolean photoNeeded) {
      this.photoNeeded = photoNeeded;
    }

    public boolean isDeliveryBack() {
      return deliveryBack;
    }

    public void setDeliveryBack(boolean deliveryBack) {
      this.deliveryBack = deliveryBack;
    }

    public boolean isActive() {
      return active;
    }

    public void setActive(boolean active) {
      this.active = active;
    }
  }
}
