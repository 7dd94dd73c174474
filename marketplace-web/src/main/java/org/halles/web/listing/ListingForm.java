package org.halles.web.listing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.halles.marketplace.attribute.CategoryAttribute;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.marketplace.shared.Texts;

/** A draft in the fields of the page. */
public class ListingForm {

  /** The attribute that says where a service is done. */
  private static final String PLACE = "service-place";

  private final DraftContent before;
  private final Map<String, String> title = new LinkedHashMap<>();
  private final Map<String, String> description = new LinkedHashMap<>();
  private final List<AttributeField> attributes = new ArrayList<>();
  private final List<AxisField> axes = new ArrayList<>();
  private List<VariantForm> variants = new ArrayList<>();
  private final List<PictureForm> pictures = new ArrayList<>();
  private String kind;
  private String place;
  private String categoryId;

  /**
   * @param asked what the draft's category asks for
   */
  ListingForm(DraftContent content, List<CategoryAttribute> asked, String language) {
    this.before = content;
    this.kind = content.kind();
    this.categoryId = content.categoryId();
    this.place = content.attributes().get(PLACE);
    title.putAll(content.title().byLanguage());
    description.putAll(Story.typed(content.description().byLanguage()));
    Map<String, List<String>> differing = new LinkedHashMap<>();
    content.axes().forEach(axis -> differing.put(axis.attribute(), axis.values()));
    for (CategoryAttribute one : asked) {
      String code = one.attribute().code();
      List<String> values = differing.remove(code);
      if (one.axis() || values != null) {
        axes.add(new AxisField(one.attribute(), values == null ? List.of() : values, language));
      } else {
        attributes.add(new AttributeField(one, content.attributes().get(code), language));
      }
    }
    differing.forEach((name, values) -> axes.add(new AxisField(name, values)));
    if (axes.stream().noneMatch(AxisField::isOwn)) {
      axes.add(new AxisField(null, List.of()));
    }
    content
        .variants()
        .forEach(
            variant -> variants.add(VariantForm.readBy(variant, Locale.forLanguageTag(language))));
    content.images().forEach(image -> pictures.add(new PictureForm(image)));
  }

  /** What stands in the fields now; what no field shows stays as it was. */
  DraftContent content() {
    Map<String, String> said = new LinkedHashMap<>(before.attributes());
    attributes.forEach(
        field -> {
          if (field.stored() == null || field.stored().isBlank()) {
            said.remove(field.getCode());
          } else {
            said.put(field.getCode(), field.stored());
          }
        });
    if (isService() && place != null && !place.isBlank()) {
      said.put(PLACE, place);
    } else {
      said.remove(PLACE);
    }
    return new DraftContent(
        kind,
        texts(title),
        texts(Story.stored(description, before.description().byLanguage())),
        categoryId,
        said,
        axes.stream()
            .filter(axis -> axis.getName() != null && !axis.values().isEmpty())
            .map(AxisField::content)
            .toList(),
        variants.stream().map(VariantForm::content).toList(),
        pictures.stream().map(PictureForm::content).toList(),
        before.currency());
  }

  static Texts texts(Map<String, String> typed) {
    Map<String, String> texts = new LinkedHashMap<>(typed);
    texts.values().removeIf(text -> text == null || text.isBlank());
    return new Texts(texts);
  }

  void replaceVariants(List<DraftContent.Variant> wanted) {
    variants = new ArrayList<>(wanted.stream().map(VariantForm::new).toList());
  }

  public Map<String, String> getTitle() {
    return title;
  }

  public Map<String, String> getDescription() {
    return description;
  }

  public List<AttributeField> getAttributes() {
    return attributes;
  }

  public List<AxisField> getAxes() {
    return axes;
  }

  public List<VariantForm> getVariants() {
    return variants;
  }

  public List<PictureForm> getPictures() {
    return pictures;
  }

  /** True for work: then the page asks where it is done. */
  public boolean isService() {
    return "service".equals(kind);
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public String getCategoryId() {
    return categoryId;
  }

  void chooseCategory(String id) {
    this.categoryId = id;
  }
}
