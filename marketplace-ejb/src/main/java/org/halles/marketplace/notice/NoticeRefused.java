package org.halles.marketplace.notice;

import java.util.Map;
import org.halles.marketplace.shared.Refusal;

/** This step is not possible any more, or not twice. */
public final class NoticeRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private NoticeRefused(String code, String message) {
    super(Kind.CONFLICT, code, message, Map.of());
  }

  static NoticeRefused decidedAlready() {
    return new NoticeRefused(
        "decided-already", "this was decided already: read the decision instead");
  }

  static NoticeRefused complainedAlready() {
    return new NoticeRefused(
        "complained-already", "there is a complaint of yours about this decision already");
  }

  static NoticeRefused tooLate() {
    return new NoticeRefused(
        "complaint-too-late", "a complaint is possible for six months after the decision");
  }
}
