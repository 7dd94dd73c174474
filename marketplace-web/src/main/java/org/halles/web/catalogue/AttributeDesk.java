package org.halles.web.catalogue;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.attribute.AttributeType;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.NotFound;
import org.halles.web.ui.Say;
import org.omnifaces.util.Faces;

/** The operator writes one attribute. */
@Named
@ViewScoped
public class AttributeDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Attributes attributes;
  @Inject private Categories categories;
  @Inject private Say say;

  private AttributeForm form;
  private final Map<String, String> faults = new HashMap<>();

  @PostConstruct
  void open() {
    String code = Faces.getRequestParameter("code");
    form = code == null ? new AttributeForm() : new AttributeForm(find(code));
  }

  private AttributeView find(String code) {
    return attributes.all().stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("attribute", code));
  }

  public void save() {
    boolean made = form.isNew();
    if (say.trying(faults, () -> attributes.define(form.getCode(), form.input()))) {
      say.done("catalogue.attribute.saved");
      if (made) {
        Faces.getFlash().setKeepMessages(true);
        Faces.redirect("/operator/attributes/edit?code=%s", form.getCode());
      } else {
        form = new AttributeForm(find(form.getCode()));
      }
    }
  }

  /** What is wrong with a field, or with a part of it. */
  public String fault(String field) {
    return faults.entrySet().stream()
        .filter(
            one ->
                one.getKey().equals(field)
                    || one.getKey().startsWith(field + ".")
                    || one.getKey().startsWith(field + "["))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The categories that ask for it. */
  public List<CategoryView> getCategories() {
    return form.isNew()
        ? List.of()
        : attributes.book().askedBy(form.getCode()).stream()
            .flatMap(id -> categories.find(id).stream())
            .toList();
  }

  public AttributeType[] getTypes() {
    return AttributeType.values();
  }

  public AttributeForm getForm() {
    return form;
  }
}
