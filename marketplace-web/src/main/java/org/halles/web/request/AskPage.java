package org.halles.web.request;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.halles.marketplace.identity.Accounts;
import org.halles.marketplace.media.PictureRefused;
import org.halles.marketplace.media.Pictures;
import org.halles.marketplace.request.Asking;
import org.halles.marketplace.request.RequestInput;
import org.halles.marketplace.request.RequestView;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Refusals;
import org.halles.web.ui.Words;

/** Where a buyer says what is looked for; nothing typed and no picture sent is lost on an error. */
@Named
@RequestScoped
public class AskPage {

  private static final List<String> PERIODS = List.of("7", "14", "30", "60");

  private Asking asking;
  private Accounts accounts;
  private Pictures pictures;
  private HttpServletRequest request;
  private Language language;
  private Words words;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final List<String> images = new ArrayList<>();
  private String trouble;

  protected AskPage() {}

  @Inject
  AskPage(
      Asking asking,
      Accounts accounts,
      Pictures pictures,
      HttpServletRequest request,
      Language language,
      Words words) {
    this.asking = asking;
    this.accounts = accounts;
    this.pictures = pictures;
    this.request = request;
    this.language = language;
    this.words = words;
  }

  /** Asks if the form was sent; a visitor is led to the sign-in page by the refusal. */
  public void open() throws IOException, ServletException {
    accounts.mine();
    if (request.getMethod().equals("POST")) {
      submit();
    }
  }

  private void submit() throws IOException, ServletException {
    keepPictures();
    try {
      RequestView opened = asking.open(input());
      if (errors.isEmpty()) {
        lead("/account/requests/" + opened.id() + "?done=opened");
      }
    } catch (InvalidInput invalid) {
      FieldErrors.of(invalid, words).forEach(errors::putIfAbsent);
      trouble = words.get("requests.look-again");
    } catch (Refusal refusal) {
      trouble = Refusals.told(refusal, words, language.getLocale());
    }
  }

  /** Those that were there before and stay, then new ones. */
  private void keepPictures() throws IOException, ServletException {
    Optional.ofNullable(request.getParameterValues("images"))
        .ifPresent(kept -> images.addAll(List.of(kept)));
    if (!String.valueOf(request.getContentType()).startsWith("multipart/")) {
      return;
    }
    for (Part part : request.getParts()) {
      if (part.getName().equals("pictures") && part.getSize() > 0) {
        keep(part);
      }
    }
  }

  private void keep(Part part) throws IOException {
    try (InputStream file = part.getInputStream()) {
      images.add(pictures.keep(file).id());
    } catch (PictureRefused refused) {
      errors.put("images", Refusals.told(refused, words, language.getLocale()));
    }
  }

  /** With a refused picture nothing is asked: a field that cannot be right says so. */
  private RequestInput input() {
    return new RequestInput(
        of("kind"),
        of("title"),
        of("description"),
        of("category"),
        Typed.number(of("quantity")),
        Typed.amount(of("budget"), "EUR"),
        Typed.day(of("wantedBy")),
        of("country"),
        of("city"),
        errors.isEmpty() ? Typed.number(of("openDays")) : Integer.valueOf(-1),
        images);
  }

  private void lead(String path) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(language.getPath() + path);
    faces.responseComplete();
  }

  /** What was typed, or null. */
  public String of(String field) {
    String value = request.getParameter(field);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** For so many days vendors may make offers. */
  public List<String> getPeriods() {
    return PERIODS;
  }

  /** Media ids of the pictures that are here already. */
  public List<String> getImages() {
    return images;
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
