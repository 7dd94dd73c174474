package org.halles.web.vendor;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.shared.Texts;
import org.halles.marketplace.vendor.Permission;
import org.halles.marketplace.vendor.StorefrontEditing;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.web.shop.StorefrontDraft;
import org.halles.web.ui.Language;
import org.halles.web.ui.Say;
import org.halles.web.ui.StallPalette;
import org.omnifaces.util.Faces;
import org.primefaces.event.FileUploadEvent;

/**
 * The vendor works on its storefront: what is typed shows beside the form at once and is published
 * when it is saved.
 */
@Named
@ViewScoped
public class StorefrontDesk implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Desk desk;
  @Inject private StorefrontEditing editing;
  @Inject private PictureDesk pictures;
  @Inject private StorefrontDraft draft;
  @Inject private Say say;
  @Inject private Language language;

  private StorefrontForm form;
  private Integer version;
  private final Framing logo = new Framing(1, 1);
  private final Framing banner = new Framing(4, 1);

  /** What is being typed. */
  public StorefrontForm getForm() {
    if (form == null) {
      read(editing.view(desk.scope()));
    }
    return form;
  }

  private void read(StorefrontView view) {
    form = new StorefrontForm(view);
    version = view.version();
    draft.keep(view);
  }

  /** Shows what was typed beside the form. */
  public void preview() {
    draft.keep(editing.preview(desk.scope(), getForm().input()));
  }

  /** Publishes it. Whoever changed the address goes on under the new one. */
  public void save() {
    String slug = desk.getSlug();
    if (say.trying(() -> read(editing.edit(desk.scope(), version, getForm().input())))) {
      say.done("stall.saved");
      String now = form.getWords().get("slug");
      if (!now.equals(slug)) {
        Faces.getFlash().setKeepMessages(true);
        Faces.redirect("/vendor/%s/storefront", now);
      }
    }
  }

  public void uploadLogo(FileUploadEvent upload) {
    take(upload, "logo", logo);
  }

  public void uploadBanner(FileUploadEvent upload) {
    take(upload, "banner", banner);
  }

  private void take(FileUploadEvent upload, String field, Framing framing) {
    pictures.take(
        upload.getFile(),
        picture -> {
          getForm().getWords().put(field, picture.id());
          framing.begin(picture.id());
        });
    preview();
  }

  public void cutLogo() {
    cut("logo", logo);
  }

  public void cutBanner() {
    cut("banner", banner);
  }

  private void cut(String field, Framing framing) {
    pictures.cut(
        framing.getWhole(),
        framing.getAcross(),
        framing.getDown(),
        framing.getZoom(),
        framing.getX(),
        framing.getY(),
        picture -> getForm().getWords().put(field, picture.id()));
    framing.begin(null);
    preview();
  }

  public void removeLogo() {
    remove("logo", logo);
  }

  public void removeBanner() {
    remove("banner", banner);
  }

  private void remove(String field, Framing framing) {
    getForm().getWords().put(field, null);
    framing.begin(null);
    preview();
  }

  /** Opens again at once. */
  public void reopen() {
    getForm().setClosedFrom(null);
    getForm().setClosedTo(null);
    preview();
  }

  public Framing getLogo() {
    return logo;
  }

  public Framing getBanner() {
    return banner;
  }

  /** Themes by name. */
  public List<Map.Entry<String, Texts>> getThemes() {
    return List.copyOf(editing.themes(desk.scope()).entrySet());
  }

  /** How well the chosen colours read on each other, such as {@code 5.2} or {@code 5,2}. */
  public String getContrast() {
    return String.format(language.getLocale(), "%.1f", palette().ratio());
  }

  public boolean isReadable() {
    return palette().isReadable();
  }

  private StallPalette palette() {
    Map<String, String> words = getForm().getWords();
    return StallPalette.of(words.get("accent"), words.get("ground"));
  }

  public boolean isEditable() {
    return desk.scope().may(Permission.STOREFRONT_WRITE);
  }
}
