package org.halles.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.halles.marketplace.order.OrderLineView;
import org.halles.marketplace.review.Reviewable;
import org.halles.marketplace.review.Reviews;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;

/** A buyer rates the lines of an order that have arrived. */
@Named
@RequestScoped
public class OrderReviews {

  /** The form's name for the line it is about. */
  public static final String LINE = "review";

  private static final List<Integer> STARS = List.of(1, 2, 3, 4, 5);

  @Inject private Reviews reviews;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  @Inject private Words words;

  private Map<UUID, Reviewable> lines;
  private String trouble;

  /** Keeps what the form says; what could not be kept stays in it. */
  public void open() throws IOException {
    if (!request.getMethod().equals("POST") || request.getParameter(LINE) == null) {
      return;
    }
    try {
      UUID line = UUID.fromString(request.getParameter(LINE));
      reviews.write(number(), key(), line, stars(), request.getParameter("text"));
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .redirect(
              Query.of(language.getPath() + "/orders/" + number())
                      .with("accessKey", key())
                      .with("rated", "1")
                  + "#line-"
                  + line);
    } catch (InvalidInput invalid) {
      trouble = FieldErrors.of(invalid, words).values().iterator().next();
    } catch (Refusal refusal) {
      trouble = words.orElse("refusal." + refusal.code(), refusal.getMessage());
    }
  }

  /** What is known of a line: null while it has not arrived. */
  public Reviewable of(OrderLineView line) {
    if (lines == null) {
      lines = new HashMap<>();
      reviews.ofPurchase(number(), key()).forEach(one -> lines.put(one.line(), one));
    }
    return line == null ? null : lines.get(line.id());
  }

  public List<Integer> getStars() {
    return STARS;
  }

  /** The stars that stand in the form of a line. */
  public Integer chosen(OrderLineView line) {
    if (isTyped(line)) {
      return stars();
    }
    return of(line).review() == null ? null : Integer.valueOf(of(line).review().stars());
  }

  /** The words that stand in the form of a line. */
  public String text(OrderLineView line) {
    if (isTyped(line)) {
      return request.getParameter("text");
    }
    return of(line).review() == null ? null : of(line).review().text();
  }

  /** True if the form of this line was sent and could not be kept. */
  public boolean isTyped(OrderLineView line) {
    return trouble != null && line.id().toString().equals(request.getParameter(LINE));
  }

  public boolean isSent() {
    return request.getParameter("rated") != null && trouble == null;
  }

  public String getTrouble() {
    return trouble;
  }

  private Integer stars() {
    String given = request.getParameter("stars");
    return given == null || !given.matches("[0-9]") ? null : Integer.valueOf(given);
  }

  private String number() {
    return request.getParameter("number");
  }

  private String key() {
    return request.getParameter("accessKey");
  }
}
