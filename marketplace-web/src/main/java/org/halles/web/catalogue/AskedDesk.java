package org.halles.web.catalogue;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.attribute.Assignment;
import org.halles.marketplace.attribute.AttributeView;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.attribute.CategoryAttribute;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.shared.Texts;
import org.halles.web.ui.Say;

/** What the open category asks of its listings. */
@Named
@ViewScoped
public class AskedDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Attributes attributes;
  @Inject private Categories categories;
  @Inject private Say say;

  private UUID category;
  private final List<AskedLine> lines = new ArrayList<>();
  private String added;

  void open(CategoryView opened) {
    category = opened.id();
    lines.clear();
    attributes.book().own(category).forEach(asked -> lines.add(AskedLine.of(asked)));
  }

  void close() {
    category = null;
    lines.clear();
  }

  /** What the categories above ask for already. */
  public List<CategoryAttribute> getInherited() {
    CategoryTree tree = categories.tree();
    return tree.find(category)
        .map(
            one -> {
              List<UUID> way = tree.idsTo(one);
              return attributes.book().of(way.subList(0, way.size() - 1));
            })
        .orElse(List.of());
  }

  /** The attributes that could still be asked for. */
  public List<AttributeView> getPossible() {
    Set<String> asked = new HashSet<>(lines.stream().map(AskedLine::getCode).toList());
    return attributes.book().all().stream()
        .filter(one -> !one.archived() && !asked.contains(one.code()))
        .toList();
  }

  /** Asks for one more. */
  public void add() {
    attributes
        .book()
        .find(added == null ? "" : added)
        .ifPresent(one -> lines.add(new AskedLine(one.code(), false, false)));
    added = null;
  }

  public void remove(AskedLine line) {
    lines.remove(line);
  }

  public void up(AskedLine line) {
    int at = lines.indexOf(line);
    if (at > 0) {
      Collections.swap(lines, at, at - 1);
    }
  }

  public void save() {
    List<Assignment> assignments =
        lines.stream()
            .map(line -> new Assignment(line.getCode(), line.isRequired(), line.isAxis()))
            .toList();
    if (say.trying(() -> attributes.assign(category, assignments))) {
      say.done("catalogue.asked.saved");
    }
  }

  public Texts labelOf(String code) {
    return attributes.book().find(code).map(AttributeView::label).orElse(Texts.of(code));
  }

  public List<AskedLine> getLines() {
    return lines;
  }

  public String getAdded() {
    return added;
  }

  public void setAdded(String added) {
    this.added = added;
  }
}
