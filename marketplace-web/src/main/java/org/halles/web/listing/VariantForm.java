package org.halles.web.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.web.ui.Amounts;

/** A variant in the editor: what stands in its fields, right or wrong. */
public class VariantForm {

  /** Fields for steps that are always there, and beyond them always one to go on with. */
  private static final int FEWEST_STEPS = 4;

  private static final int MOST_STEPS = 10;

  private final Map<String, String> options;
  private final String stockThen;
  private String sku;
  private String price;
  private String stock;
  private String gtin;
  private String condition;
  private String leadTimeDays;
  private String weightGrams;
  private String shippingFee;
  private String least;
  private String packSize;
  private String most;
  private final List<StepForm> steps = new ArrayList<>();

  /** A step of the price in the editor: from so many pieces on, a unit costs so much. */
  public static class StepForm {
    private String from;
    private String price;

    StepForm(DraftContent.Break step) {
      this.from = step.from();
      this.price = step.price();
    }

    DraftContent.Break content() {
      return new DraftContent.Break(from, price);
    }

    boolean isBlank() {
      return (from == null || from.isBlank()) && (price == null || price.isBlank());
    }

    public String getFrom() {
      return from;
    }

    public void setFrom(String from) {
      this.from = from;
    }

    public String getPrice() {
      return price;
    }

    public void setPrice(String price) {
      this.price = price;
    }
  }

  VariantForm(DraftContent.Variant variant) {
    this.options = variant.options();
    this.stockThen = variant.stockThen();
    this.sku = variant.sku();
    this.price = variant.price();
    this.stock = variant.stock();
    this.gtin = variant.gtin();
    this.condition = variant.condition();
    this.leadTimeDays = variant.leadTimeDays();
    this.weightGrams = variant.weightGrams();
    this.shippingFee = variant.shippingFee();
    DraftContent.Quantity orders = variant.orderQuantity();
    this.least = orders == null ? null : orders.least();
    this.packSize = orders == null ? null : orders.packSize();
    this.most = orders == null ? null : orders.most();
    variant.priceBreaks().forEach(step -> steps.add(new StepForm(step)));
    int wanted = Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, steps.size() + 1));
    while (steps.size() < wanted) {
      steps.add(new StepForm(new DraftContent.Break(null, null)));
    }
  }

  /** With amounts as this reader writes them: a listing's own come with a point. */
  static VariantForm readBy(DraftContent.Variant variant, Locale reader) {
    VariantForm form = new VariantForm(variant);
    form.price = written(variant.price(), reader);
    form.shippingFee = written(variant.shippingFee(), reader);
    form.steps.forEach(step -> step.price = written(step.price, reader));
    return form;
  }

  private static String written(String amount, Locale reader) {
    return amount == null ? null : Amounts.written(amount, reader);
  }

  DraftContent.Variant content() {
    return new DraftContent.Variant(
        sku,
        options,
        price,
        stock,
        stockThen,
        gtin,
        condition,
        leadTimeDays,
        weightGrams,
        shippingFee,
        typedSteps(),
        new DraftContent.Quantity(least, packSize, most));
  }

  /** The same terms for another choice of options. */
  DraftContent.Variant like(Map<String, String> others, String number) {
    return new DraftContent.Variant(
        number,
        others,
        price,
        stock,
        null,
        null,
        condition,
        leadTimeDays,
        weightGrams,
        shippingFee,
        typedSteps(),
        new DraftContent.Quantity(least, packSize, most));
  }

  private List<DraftContent.Break> typedSteps() {
    return steps.stream().filter(step -> !step.isBlank()).map(StepForm::content).toList();
  }

  /** Takes over what the line above the table says, where it says something. */
  void fill(VariantForm line) {
    this.price = line.price == null ? price : line.price;
    this.stock = line.stock == null ? stock : line.stock;
    this.condition = line.condition == null ? condition : line.condition;
    this.leadTimeDays = line.leadTimeDays == null ? leadTimeDays : line.leadTimeDays;
    this.weightGrams = line.weightGrams == null ? weightGrams : line.weightGrams;
    this.shippingFee = line.shippingFee == null ? shippingFee : line.shippingFee;
  }

  /** What a unit costs from so many pieces on; blank fields say nothing. */
  public List<StepForm> getSteps() {
    return steps;
  }

  public Map<String, String> getOptions() {
    return options;
  }

  public String getSku() {
    return sku;
  }

  public void setSku(String sku) {
    this.sku = sku;
  }

  public String getPrice() {
    return price;
  }

  public void setPrice(String price) {
    this.price = price;
  }

  public String getStock() {
    return stock;
  }

  public void setStock(String stock) {
    this.stock = stock;
  }

  public String getGtin() {
    return gtin;
  }

  public void setGtin(String gtin) {
    this.gtin = gtin;
  }

  public String getCondition() {
    return condition;
  }

  public void setCondition(String condition) {
    this.condition = condition;
  }

  public String getLeadTimeDays() {
    return leadTimeDays;
  }

  public void setLeadTimeDays(String leadTimeDays) {
    this.leadTimeDays = leadTimeDays;
  }

  public String getWeightGrams() {
    return weightGrams;
  }

  public void setWeightGrams(String weightGrams) {
    this.weightGrams = weightGrams;
  }

  public String getShippingFee() {
    return shippingFee;
  }

  public void setShippingFee(String shippingFee) {
    this.shippingFee = shippingFee;
  }

  public String getLeast() {
    return least;
  }

  public void setLeast(String least) {
    this.least = least;
  }

  public String getPackSize() {
    return packSize;
  }

  public void setPackSize(String packSize) {
    this.packSize = packSize;
  }

  public String getMost() {
    return most;
  }

  public void setMost(String most) {
    this.most = most;
  }
}
