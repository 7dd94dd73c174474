package org.halles.marketplace.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.audit.Subject;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Checklist;
import org.halles.marketplace.shared.Database;
import org.halles.marketplace.shared.DomainEvent.NoticeReceived;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Outbox;

/** Anybody reports a listing, a storefront or a request, and follows what becomes of it. */
@ApplicationScoped
@Transactional
public class Noticing {

  /** How soon a notice should be decided. */
  private static final Duration TARGET = Duration.ofHours(48);

  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s]{2,63}");
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** What a notice is about. */
  private record Reported(
      UUID listingId, UUID reviewId, UUID requestId, UUID vendorId, String path) {}

  private Database database;
  private Notices notices;
  private Audit audit;
  private Outbox outbox;
  private CurrentCaller current;
  private Clock clock;

  protected Noticing() {}

  @Inject
  Noticing(
      Database database,
      Notices notices,
      Audit audit,
      Outbox outbox,
      CurrentCaller current,
      Clock clock) {
    this.database = database;
    this.notices = notices;
    this.audit = audit;
    this.outbox = outbox;
    this.current = current;
    this.clock = clock;
  }

  /**
   * Takes a notice and has its arrival confirmed by mail.
   *
   * @throws org.halles.marketplace.shared.InvalidInput with everything that is wrong with it
   */
  @Allowed(Role.ANYONE)
  public NoticeReceipt report(NewNotice given) {
    Checklist checklist = new Checklist();
    NoticeCategory category =
        checklist.choice("category", given.category(), NoticeCategory.class, null);
    String explanation = checklist.text("explanation", given.explanation(), 5_000);
    boolean named = category == null || !category.mayBeAnonymous();
    String name = person(checklist, "name", given.name(), named);
    String email = person(checklist, "email", given.email(), named);
    if (email != null && !email.isEmpty() && !EMAIL.matcher(email).matches()) {
      checklist.reject("email", "must be an e-mail address such as ana@example.org", email);
    }
    if (!Boolean.TRUE.equals(given.goodFaith())) {
      checklist.reject(
          "goodFaith", "must be confirmed: say that what you report is accurate", null);
    }
    Reported reported = reported(checklist, given);
    checklist.done();
    return store(given, reported, category, explanation, name, email);
  }

  private static String person(Checklist checklist, String field, String value, boolean needed) {
    return needed ? checklist.text(field, value, 200) : checklist.optional(field, value, 200);
  }

  private Reported reported(Checklist checklist, NewNotice given) {
    Map.Entry<String, Object> named = named(given);
    if (named == null) {
      checklist.reject("listingId", "is missing, and so is vendor: say what you report", null);
      return null;
    }
    Reported found =
        switch (named.getKey()) {
          case "requestId" -> request(given.requestId());
          case "reviewId" -> review(given.reviewId());
          case "listingId" -> listing(given.listingId());
          default -> storefront(given.vendor());
        };
    if (found == null) {
      checklist.reject(
          named.getKey(), "is not known here: copy it from the page's address", named.getValue());
    }
    return found;
  }

  /** What a notice names, the most exact first; null if it names nothing. */
  private static Map.Entry<String, Object> named(NewNotice given) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("requestId", given.requestId());
    all.put("reviewId", given.reviewId());
    all.put("listingId", given.listingId());
    all.put("vendor", given.vendor());
    return all.entrySet().stream().filter(one -> one.getValue() != null).findFirst().orElse(null);
  }

  private Reported request(UUID id) {
    return database
        .find(
            "select id from buyer_request where id = ? and status <> 'TAKEN_DOWN'",
            row -> new Reported(null, null, id, null, "/requests/" + id),
            id)
        .orElse(null);
  }

  private Reported listing(UUID id) {
    return database
        .find(
            "select id, vendor_id, slug from listing where id = ? and live_at is not null",
            row ->
                new Reported(
                    id, null, null, row.uuid("vendor_id"), "/p/" + row.text("slug") + "-" + id),
            id)
        .orElse(null);
  }

  private Reported storefront(String slug) {
    return database
        .find(
            "select id, slug from vendor where slug = ?",
            row -> new Reported(null, null, null, row.uuid("id"), "/s/" + row.text("slug")),
            slug.replace("\0", ""))
        .orElse(null);
  }

  private Reported review(UUID id) {
    return database
        .find(
            """
            select l.id, l.vendor_id, l.slug from review r join listing l on l.id = r.listing_id
             where r.id = ?
            """,
            row ->
                new Reported(
                    row.uuid("id"),
                    id,
                    null,
                    row.uuid("vendor_id"),
                    "/p/" + row.text("slug") + "-" + row.uuid("id") + "#review-" + id),
            id)
        .orElse(null);
  }

  private NoticeReceipt store(
      NewNotice given,
      Reported reported,
      NoticeCategory category,
      String explanation,
      String name,
      String email) {
    Instant now = clock.instant();
    UUID id = Ids.next();
    NoticeReceipt receipt = new NoticeReceipt(number(), Ids.secret(), now);
    String language = "en".equals(given.language()) ? "en" : "fr";
    database.update(
        """
        insert into notice (id, number, access_key, listing_id, review_id, request_id, vendor_id, location,
          category, explanation, name, email, account_id, language, status, created_at, due_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?)
        """,
        id,
        receipt.number(),
        receipt.accessKey(),
        reported.listingId(),
        reported.reviewId(),
        reported.requestId(),
        reported.vendorId(),
        reported.path(),
        category,
        explanation,
        name,
        email,
        current.get().accountId(),
        language,
        now,
        now.plus(TARGET));
    audit.record(
        "report-content",
        Subject.of("notice", receipt.number()),
        null,
        Map.of("category", category, "location", reported.path()));
    outbox.add(new NoticeReceived(id, now));
    return receipt;
  }

  /** What became of a notice, for whoever has its key. */
  @Allowed(Role.ANYONE)
  public NoticeView follow(String number, String accessKey) {
    return notices.get(number, accessKey == null ? "" : accessKey);
  }

  private static String number() {
    StringBuilder number = new StringBuilder("N-");
    for (int place = 0; place < 8; place++) {
      number.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return number.toString();
  }
}
