package org.halles.web.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.catalog.CategoryInput;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.Texts;

/** A category as an operator types it. */
public class CategoryForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private final String slug;
  private String french;
  private String english;
  private String parent;
  private String taxClass = "standard";
  private String access = CategoryView.Access.EVERYBODY.name();
  private boolean archived;
  private List<String> vendors = new ArrayList<>();

  private CategoryForm(String slug, String parent) {
    this.slug = slug;
    this.parent = parent;
  }

  /** A new one below another. */
  static CategoryForm below(String way) {
    return new CategoryForm(null, way);
  }

  /** One there is. */
  static CategoryForm of(CategoryView category, String parentWay, List<String> vendors) {
    CategoryForm form = new CategoryForm(category.slug(), parentWay);
    form.french = category.name().byLanguage().get("fr");
    form.english = category.name().byLanguage().get("en");
    form.taxClass = category.taxClass();
    form.access = category.access().name();
    form.archived = category.archived();
    form.vendors = new ArrayList<>(vendors);
    return form;
  }

  CategoryInput input(String parentSlug) {
    return new CategoryInput(
        parentSlug,
        null,
        texts(french, english),
        taxClass,
        null,
        archived,
        access.toLowerCase(Locale.ROOT),
        vendors == null ? List.of() : vendors);
  }

  static Texts texts(String french, String english) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (french != null && !french.isBlank()) {
      texts.put("fr", french);
    }
    if (english != null && !english.isBlank()) {
      texts.put("en", english);
    }
    return new Texts(texts);
  }

  public boolean isNew() {
    return slug == null;
  }

  public String getSlug() {
    return slug;
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

  public String getParent() {
    return parent;
  }

  public void setParent(String parent) {
    this.parent = parent;
  }

  public String getTaxClass() {
    return taxClass;
  }

  public void setTaxClass(String taxClass) {
    this.taxClass = taxClass;
  }

  public String getAccess() {
    return access;
  }

  public void setAccess(String access) {
    this.access = access;
  }

  public boolean isArchived() {
    return archived;
  }

  public void setArchived(boolean archived) {
    this.archived = archived;
  }

  public List<String> getVendors() {
    return vendors;
  }

  public void setVendors(List<String> vendors) {
    this.vendors = vendors;
  }
}
