package org.halles.marketplace.notice;

import org.halles.marketplace.shared.Ordering;

/** In which order the operators' list of notices may be. */
public enum NoticeSort {
  /** The next to be late first. */
  DUE(byTarget()),
  DUE_DESC(byTarget().reversed()),
  NEWEST(byAge().reversed()),
  OLDEST(byAge()),
  VENDOR(byVendor()),
  VENDOR_DESC(byVendor().reversed());

  private final Ordering<NoticeView> ordering;

  NoticeSort(Ordering<NoticeView> ordering) {
    this.ordering = ordering;
  }

  Ordering<NoticeView> ordering() {
    return ordering;
  }

  private static Ordering<NoticeView> byTarget() {
    return Ordering.ofMoments("n.due_at", "n.id", NoticeView::dueAt, NoticeView::id);
  }

  private static Ordering<NoticeView> byAge() {
    return Ordering.ofMoments("n.created_at", "n.id", NoticeView::createdAt, NoticeView::id);
  }

  /** What nobody sells, a buyer's request, comes as if its vendor had no name. */
  private static Ordering<NoticeView> byVendor() {
    return Ordering.ofWords("coalesce(v.name, '')", "n.id", NoticeSort::vendorOf, NoticeView::id);
  }

  private static String vendorOf(NoticeView notice) {
    return notice.vendor() == null ? "" : notice.vendor().name();
  }
}
