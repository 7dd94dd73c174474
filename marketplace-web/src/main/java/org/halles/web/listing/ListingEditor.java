package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.attribute.CategoryAttribute;
import org.halles.marketplace.catalog.Cataloguing;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryTree;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.catalog.DraftContent;
import org.halles.marketplace.catalog.DraftView;
import org.halles.marketplace.catalog.Drafts;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.catalog.ListingStatus;
import org.halles.marketplace.catalog.VendorListing;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.Words;
import org.halles.web.vendor.Desk;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.primefaces.PrimeFaces;

/**
 * The editor of a listing. What is typed lives in the draft, never in the session: a closed browser
 * loses nothing, and a second window notices the first.
 */
@Named
@RequestScoped
public class ListingEditor {

  private static final int MOST_HITS = 12;

  @Inject
  @Param(name = "draft")
  private String draftId;

  @Inject
  @Param(name = "id")
  private String listingId;

  @Inject private Desk desk;
  @Inject private Drafts drafts;
  @Inject private Cataloguing cataloguing;
  @Inject private Attributes attributes;
  @Inject private Categories categories;
  @Inject private Language language;
  @Inject private Words words;
  @Inject private Say say;

  private DraftView draft;
  private ListingForm form;
  private VendorListing listing;
  private String read;
  private boolean saved;
  private final VariantForm line =
      new VariantForm(
          new DraftContent.Variant(null, null, null, null, null, null, null, null, null, null));
  private Map<String, String> errors = Map.of();

  /** Begins a new listing and leads to its editor. */
  public void begin() {
    lead(drafts.blank(desk.scope()));
  }

  /** Leads to the editor of a listing there is. */
  public void edit() {
    lead(drafts.edit(desk.scope(), UUID.fromString(listingId)));
  }

  private void lead(DraftView to) {
    Faces.redirect("/vendor/%s/listings/drafts/%s", desk.getSlug(), to.id().toString());
  }

  public DraftView getDraft() {
    if (draft == null) {
      draft = drafts.get(desk.scope(), UUID.fromString(draftId));
      read = draft.mark();
    }
    return draft;
  }

  public ListingForm getForm() {
    if (form == null) {
      form = new ListingForm(getDraft().content(), asked(), language.getTag());
    }
    return form;
  }

  private List<CategoryAttribute> asked() {
    CategoryTree tree = categories.tree();
    String id = getDraft().content().categoryId();
    return id == null
        ? List.of()
        : tree.find(id).map(one -> attributes.book().of(tree.idsTo(one))).orElse(List.of());
  }

  /** The listing on sale or in review that is edited; null for a new one. */
  public VendorListing getListing() {
    if (listing == null && getDraft().listingId() != null) {
      listing = cataloguing.get(desk.scope(), getDraft().listingId());
    }
    return listing;
  }

  /** Keeps what stands in the fields. */
  public void save() {
    List<String> before = downloads(getDraft().content());
    keep(getForm().content());
    if (!before.equals(downloads(getDraft().content()))) {
      PrimeFaces.current().ajax().update("files:box");
    }
  }

  /** The references that files to download are handed in for. */
  private static List<String> downloads(DraftContent content) {
    return "digital".equals(content.kind())
        ? content.variants().stream().map(variant -> Objects.toString(variant.sku(), "")).toList()
        : List.of();
  }

  boolean keep(DraftContent content) {
    return keeping(() -> drafts.type(desk.scope(), getDraft().id(), read, content));
  }

  /** Keeps the order of the pictures and what is said about them. */
  void arrange() {
    DraftView there = getDraft();
    keeping(() -> drafts.save(desk.scope(), there.id(), there.version(), getForm().content()));
  }

  private boolean keeping(Supplier<DraftView> way) {
    try {
      draft = way.get();
      read = draft.mark();
      saved = true;
      return true;
    } catch (Refusal elsewhere) {
      say.trying(
          () -> {
            throw elsewhere;
          });
      return false;
    }
  }

  /** Adds a picture to what is kept. */
  void illustrate(ImageInput image) {
    draft = drafts.illustrate(desk.scope(), getDraft().id(), image);
    saved = true;
    form = null;
  }

  /** The fields are drawn anew from what was kept. */
  void afresh() {
    form = null;
  }

  /** The fields follow the category that was chosen. */
  public void categoryChosen() {
    keepAndDrawAnew();
  }

  /** What could not be kept stays in the fields. */
  private void keepAndDrawAnew() {
    if (keep(getForm().content())) {
      form = null;
    }
  }

  /** Makes a variant of every combination of what is ticked and typed. */
  public void combine() {
    long many = VariantMatrix.size(getForm().getAxes());
    if (many > VariantMatrix.MOST) {
      say.done("editor.too-many", many, VariantMatrix.MOST);
      return;
    }
    getForm().replaceVariants(VariantMatrix.of(getForm()));
    keepAndDrawAnew();
  }

  /** Writes the line above the variants into all of them. */
  public void fillDown() {
    getForm().getVariants().forEach(variant -> variant.fill(line));
    save();
  }

  public void removeVariant(int index) {
    if (getForm().getVariants().size() > 1) {
      getForm().getVariants().remove(index);
    }
    keepAndDrawAnew();
  }

  /** Hands it in; says beside the fields what is wrong. */
  public void submit() {
    if (!keep(getForm().content())) {
      return;
    }
    try {
      VendorListing done = drafts.finish(desk.scope(), getDraft().id());
      Faces.redirect("/vendor/%s/listings?told=%s", desk.getSlug(), toldOf(done));
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
      form = null;
      Faces.getContext().validationFailed();
    } catch (Refusal refusal) {
      say.trying(
          () -> {
            throw refusal;
          });
    }
  }

  private static String toldOf(VendorListing done) {
    if (done.status() == ListingStatus.LIVE) {
      return done.change() == null ? "live" : "change";
    }
    return "submitted";
  }

  /** Throws away what was typed. */
  public void discard() {
    drafts.discard(desk.scope(), getDraft().id());
    Faces.redirect("/vendor/%s/listings?told=discarded", desk.getSlug());
  }

  /** What is wrong with a field, or with a part of it. */
  public String fault(String field) {
    return errors.entrySet().stream()
        .filter(one -> matches(one.getKey(), field))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The field itself, a part of it, or one of a list if the name ends in a bracket. */
  private static boolean matches(String at, String field) {
    return at.equals(field) || at.startsWith(field.endsWith("[") ? field : field + ".");
  }

  public int getFaults() {
    return errors.size();
  }

  /** Fields of variants whose faults stand on the folded part. */
  public boolean unfolded(int index) {
    String path = "variants[" + index + "].";
    return List.of(
            "condition",
            "leadTimeDays",
            "weightGrams",
            "shippingFee",
            "priceBreaks",
            "orderQuantity")
        .stream()
        .anyMatch(field -> fault(path + field) != null || fault(path + field + "[") != null);
  }

  /** Categories whose path has these words, as {@code Maison › Vases}. */
  public List<String> categoriesLike(String typed) {
    CategoryTree tree = categories.tree();
    String[] wanted = fold(typed).split("\\s+");
    return tree.all().stream()
        .filter(one -> !tree.isArchived(one))
        .map(one -> path(tree, one))
        .filter(path -> List.of(wanted).stream().allMatch(fold(path)::contains))
        .limit(MOST_HITS)
        .toList();
  }

  private static String fold(String text) {
    return Normalizer.normalize(
            text == null ? "" : text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "");
  }

  private String path(CategoryTree tree, CategoryView category) {
    return tree.pathTo(category).stream()
        .map(one -> one.name().in(language.getTag()))
        .collect(Collectors.joining(" › "));
  }

  public String getCategoryPath() {
    CategoryTree tree = categories.tree();
    String id = getForm().getCategoryId();
    return id == null ? null : tree.find(id).map(one -> path(tree, one)).orElse(null);
  }

  public void setCategoryPath(String chosen) {
    CategoryTree tree = categories.tree();
    getForm()
        .chooseCategory(
            chosen == null
                ? null
                : tree.all().stream()
                    .filter(one -> path(tree, one).equals(chosen.strip()))
                    .map(one -> one.id().toString())
                    .findFirst()
                    .orElse(getForm().getCategoryId()));
  }

  /** True right after something was kept. */
  public boolean isSaved() {
    return saved;
  }

  /** The line above the variants, to be written into all of them. */
  public VariantForm getLine() {
    return line;
  }

  /** The mark of what this window has read: typing in another one is noticed by it. */
  public String getRead() {
    getDraft();
    return read;
  }

  public void setRead(String read) {
    getDraft();
    this.read = read;
  }
}
