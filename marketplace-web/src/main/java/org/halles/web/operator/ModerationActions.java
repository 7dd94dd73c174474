package org.halles.web.operator;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.moderation.Moderation;
import org.halles.marketplace.moderation.Notes;
import org.halles.marketplace.moderation.Outcome;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Words;

/**
 * What the queue's keyboard sends: small answers instead of whole pages, so that a moderator does
 * not wait between two cases. Each case is its own transaction.
 */
@WebServlet("/operator/moderation/act")
public class ModerationActions extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** A case that is more than this asks for is not a page of the queue. */
  private static final int MOST = 100;

  /**
   * How it went with one case.
   *
   * @param message why not, or null if it was done
   */
  public record Result(String id, boolean done, String message) {}

  @Inject private transient Moderation moderation;
  @Inject private transient Notes notes;
  @Inject private transient Words words;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] cases = request.getParameterValues("case");
    List<Result> results = new ArrayList<>();
    for (int index = 0; cases != null && index < Math.min(cases.length, MOST); index++) {
      results.add(result(request, cases[index]));
    }
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().write(Json.write(results));
  }

  /** A case is the listing's id and the round that was seen: {@code id:round}. */
  private Result result(HttpServletRequest request, String one) {
    String[] parts = one.split(":");
    try {
      UUID listing = UUID.fromString(parts[0]);
      Integer round = parts.length > 1 ? Integer.valueOf(parts[1]) : null;
      act(request, listing, round);
      return new Result(parts[0], true, null);
    } catch (InvalidInput invalid) {
      return new Result(parts[0], false, String.join(" ", FieldErrors.of(invalid, words).values()));
    } catch (Refusal refusal) {
      return new Result(
          parts[0], false, words.orElse("refusal." + refusal.code(), refusal.getMessage()));
    } catch (IllegalArgumentException malformed) {
      return new Result(parts[0], false, words.of("refusal.not-found"));
    }
  }

  private void act(HttpServletRequest request, UUID listing, Integer round) {
    String reason = request.getParameter("reason");
    switch (String.valueOf(request.getParameter("act"))) {
      case "approve" -> moderation.decide(listing, round, Outcome.APPROVED, reason);
      case "reject" -> moderation.decide(listing, round, Outcome.REJECTED, reason);
      case "request-changes" ->
          moderation.decide(listing, round, Outcome.CHANGES_REQUESTED, reason);
      case "undo" -> moderation.undo(listing);
      case "take" -> moderation.take(listing, false);
      case "take-over" -> moderation.take(listing, true);
      case "release" -> moderation.release(listing);
      case "note" ->
          notes.add(
              listing,
              request.getParameter("text"),
              "true".equals(request.getParameter("toVendor")));
      default -> throw new IllegalArgumentException("no such act");
    }
  }
}
