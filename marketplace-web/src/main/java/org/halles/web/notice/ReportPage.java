package org.halles.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.halles.marketplace.catalog.Listings;
import org.halles.marketplace.identity.ReportLimit;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.notice.NewNotice;
import org.halles.marketplace.notice.NoticeCategory;
import org.halles.marketplace.notice.NoticeReceipt;
import org.halles.marketplace.notice.Noticing;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.vendor.StorefrontView;
import org.halles.marketplace.vendor.Storefronts;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;
import org.omnifaces.util.Faces;

/**
 * Where anybody reports a listing, a storefront or a request; nothing typed is lost on an error.
 */
@Named
@RequestScoped
public class ReportPage {

  @Inject private Noticing noticing;
  @Inject private ReportLimit limit;
  @Inject private Listings listings;
  @Inject private Storefronts storefronts;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  @Inject private Words words;
  private Map<String, String> errors = Map.of();
  private String trouble;

  /** Takes the notice if the form was sent, and leads to where it can be followed. */
  public void open() throws IOException {
    if (request.getMethod().equals("POST")) {
      submit();
    }
  }

  private void submit() throws IOException {
    try {
      limit.take(request.getRemoteAddr());
      NoticeReceipt receipt = noticing.report(typed());
      Faces.redirect(
          Query.of(language.getPath() + "/notices/" + receipt.number())
              .with("accessKey", receipt.accessKey())
              .toString());
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    }
  }

  private NewNotice typed() {
    return new NewNotice(
        listingId(),
        id("review"),
        id("request"),
        listingId() == null ? of("vendor") : null,
        of("category"),
        of("explanation"),
        of("name"),
        of("email"),
        "true".equals(of("goodFaith")),
        language.getTag());
  }

  private UUID listingId() {
    return id("listing");
  }

  private UUID id(String field) {
    try {
      return of(field) == null ? null : UUID.fromString(of(field));
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** What was typed, or null. */
  public String of(String field) {
    String value = request.getParameter(field);
    return value == null || value.isBlank() ? null : value;
  }

  /** The address of what is reported, as it is told to whoever decides. */
  public String getLocation() {
    if (id("request") != null) {
      return "/requests/" + id("request");
    }
    String about = id("review") == null ? "" : "#review-" + id("review");
    return listingId() != null ? "/p/l-" + listingId() + about : "/s/" + of("vendor");
  }

  /** What it is called; its address where nothing is found there. */
  public String getSubject() {
    Optional<String> name =
        listingId() != null
            ? listings.detail(listingId()).map(found -> found.title().in(language.getTag()))
            : Optional.ofNullable(of("vendor"))
                .flatMap(storefronts::find)
                .map(StorefrontView::name);
    return name.orElseGet(() -> language.getPath() + getLocation());
  }

  public List<String> getCategories() {
    return Stream.of(NoticeCategory.values())
        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
