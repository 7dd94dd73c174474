package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.catalog.ProductMatch;
import org.halles.marketplace.catalog.ProductMatching;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Texts;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Words;
import org.halles.web.vendor.Desk;

/** While a number is typed: is it one, and does somebody sell the very thing already. */
@Named
@RequestScoped
public class MatchDesk {

  @Inject private Desk desk;
  @Inject private ListingEditor editor;
  @Inject private ProductMatching matching;
  @Inject private Words words;

  private Optional<ProductMatch> match;
  private int of;
  private String fault;

  /** The article with the first of the numbers that somebody sells already, or null. */
  public ProductMatch getMatch() {
    if (match == null || of != editor.getDraft().version()) {
      of = editor.getDraft().version();
      fault = null;
      match =
          editor.getDraft().content().variants().stream()
              .map(DraftContent.Variant::gtin)
              .filter(gtin -> gtin != null && !gtin.isBlank())
              .limit(3)
              .flatMap(gtin -> find(gtin).stream())
              .findFirst();
    }
    return match.orElse(null);
  }

  private Optional<ProductMatch> find(String gtin) {
    try {
      return matching.find(desk.scope(), gtin);
    } catch (InvalidInput wrong) {
      fault = FieldErrors.of(wrong, words).values().iterator().next();
      return Optional.empty();
    }
  }

  /** Why a number is none, or null. */
  public String getFault() {
    getMatch();
    return fault;
  }

  /** Fields that are still empty say what the others say. */
  public void join() {
    ProductMatch found = getMatch();
    if (found != null) {
      DraftContent typed = editor.getForm().content();
      if (editor.keep(filled(typed, found)) && typed.images().isEmpty()) {
        found.images().forEach(one -> editor.illustrate(new ImageInput(one.media(), one.alt())));
      }
      editor.afresh();
    }
  }

  private static DraftContent filled(DraftContent typed, ProductMatch found) {
    Map<String, String> said = new LinkedHashMap<>(found.attributes());
    said.putAll(typed.attributes());
    return new DraftContent(
        typed.kind(),
        or(typed.title(), found.title()),
        or(typed.description(), found.description()),
        typed.categoryId() == null ? found.categoryId().toString() : typed.categoryId(),
        said,
        typed.axes(),
        typed.variants(),
        typed.images(),
        typed.currency());
  }

  private static Texts or(Texts typed, Texts found) {
    return typed.isEmpty() ? found : typed;
  }
}
