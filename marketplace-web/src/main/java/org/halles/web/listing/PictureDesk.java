package org.halles.web.listing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.halles.marketplace.catalog.ImageInput;
import org.halles.marketplace.media.Crop;
import org.halles.marketplace.media.Picture;
import org.halles.marketplace.media.Pictures;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.marketplace.shared.Texts;
import org.halles.web.ui.Say;
import org.primefaces.PrimeFaces;
import org.primefaces.event.FileUploadEvent;

/** The pictures of a listing that is being typed: let in, put in order, described. */
@Named
@RequestScoped
public class PictureDesk {

  private static final int MOST = 20;

  @Inject private ListingEditor editor;
  @Inject private Pictures pictures;
  @Inject private Say say;

  /** A picture came in. */
  public void uploaded(FileUploadEvent event) throws IOException {
    if (editor.getDraft().content().images().size() >= MOST) {
      say.done("editor.pictures.most", MOST);
      return;
    }
    try (InputStream file = event.getFile().getInputStream()) {
      Picture picture = pictures.keep(file);
      editor.illustrate(new ImageInput(picture.id(), Texts.NONE));
    } catch (Refusal refused) {
      say.trying(
          () -> {
            throw refused;
          });
    }
  }

  /** Keeps the words. */
  public void described() {
    editor.arrange();
  }

  public void earlier(int index) {
    move(index, index - 1);
  }

  public void later(int index) {
    move(index, index + 1);
  }

  /** A picture was dragged; the page says from where to where. */
  public void dragged() {
    Map<String, String> sent = sent();
    move(place(sent.get("from")), place(sent.get("to")));
  }

  /**
   * A picture was moved behind its square frame, in which the shop shows it; the page says which
   * part is to be kept, and of which picture it is a part.
   */
  public void cut() {
    Map<String, String> sent = sent();
    say.trying(
        () -> {
          Picture whole =
              pictures
                  .find(sent.get("whole"))
                  .orElseThrow(() -> new NotFound("picture", sent.get("whole")));
          Picture part =
              pictures.crop(
                  whole.id(),
                  Crop.framed(
                      whole,
                      1,
                      1,
                      place(sent.get("zoom")),
                      place(sent.get("x")),
                      place(sent.get("y")),
                      Pictures.LONGEST_SIDE));
          editor.getForm().getPictures().stream()
              .filter(picture -> picture.getMedia().equals(sent.get("of")))
              .findFirst()
              .ifPresent(picture -> picture.becomes(part.id()));
          editor.arrange();
          PrimeFaces.current().ajax().addCallbackParam("part", part.id());
        });
  }

  private static Map<String, String> sent() {
    return FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
  }

  private static int place(String sent) {
    return sent != null && sent.matches("\\d{1,3}") ? Integer.parseInt(sent) : -1;
  }

  private void move(int from, int to) {
    List<PictureForm> there = editor.getForm().getPictures();
    int last = there.size() - 1;
    if (from >= 0 && to >= 0 && from <= last && to <= last) {
      Collections.rotate(
          there.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
      editor.arrange();
    }
  }

  public void remove(int index) {
    editor.getForm().getPictures().remove(index);
    editor.arrange();
  }
}
