package org.halles.web.notice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.halles.marketplace.identity.ReportLimit;
import org.halles.marketplace.identity.TooManyAttempts;
import org.halles.marketplace.notice.Complaints;
import org.halles.marketplace.notice.NoticeView;
import org.halles.marketplace.notice.Noticing;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Refusal;
import org.halles.web.ui.FieldErrors;
import org.halles.web.ui.Language;
import org.halles.web.ui.Query;
import org.halles.web.ui.Words;
import org.omnifaces.util.Faces;

/** What became of a notice, for whoever has its key; and where its notifier complains. */
@Named
@RequestScoped
public class NoticePage {

  @Inject private Noticing noticing;
  @Inject private Complaints complaints;
  @Inject private ReportLimit limit;
  @Inject private HttpServletRequest request;
  @Inject private Language language;
  @Inject private Words words;
  private NoticeView notice;
  private Map<String, String> errors = Map.of();
  private String trouble;

  /** Finds it; complains if the form was sent. */
  public void open() throws IOException {
    try {
      notice = noticing.follow(request.getParameter("number"), getAccessKey());
      if (request.getMethod().equals("POST")) {
        complain();
      }
    } catch (NotFound unknown) {
      Faces.getContext().getExternalContext().responseSendError(404, null);
      Faces.getContext().responseComplete();
    }
  }

  private void complain() throws IOException {
    try {
      limit.take(request.getRemoteAddr());
      complaints.complain(notice.number(), getAccessKey(), request.getParameter("text"));
      Faces.redirect(
          Query.of(language.getPath() + "/notices/" + notice.number())
              .with("accessKey", getAccessKey())
              .with("complained", "true")
              .toString());
    } catch (InvalidInput invalid) {
      errors = FieldErrors.of(invalid, words);
    } catch (TooManyAttempts tooMany) {
      trouble = words.of("sign-in.too-many", tooMany.minutes());
    } catch (Refusal refusal) {
      trouble = words.orElse("refusal." + refusal.code(), refusal.getMessage());
    }
  }

  public NoticeView getNotice() {
    return notice;
  }

  public String getAccessKey() {
    return request.getParameter("accessKey");
  }

  public boolean isComplained() {
    return "true".equals(request.getParameter("complained"));
  }

  public String getText() {
    return request.getParameter("text");
  }

  public Map<String, String> getErrors() {
    return errors;
  }

  /** Why it did not work, or null. */
  public String getTrouble() {
    return trouble;
  }
}
