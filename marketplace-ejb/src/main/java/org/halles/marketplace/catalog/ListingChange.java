package org.halles.marketplace.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.JsonColumn;
import org.hibernate.annotations.ColumnTransformer;

/** A proposed edit of a listing on sale. What buyers see stays until it is approved. */
@Entity
@Table(name = "listing_change")
class ListingChange {

  @Id private UUID id;

  @Column(name = "listing_id")
  private UUID listingId;

  @Column(name = "vendor_id")
  private UUID vendorId;

  @Enumerated(EnumType.STRING)
  private ChangeStatus status;

  @Convert(converter = ListingInputColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private ListingInput before;

  @Convert(converter = ListingInputColumn.class)
  @ColumnTransformer(write = JsonColumn.WRITE)
  @Column(columnDefinition = "jsonb")
  private ListingInput after;

  private String note;

  @Column(name = "submitted_at")
  private Instant submittedAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private int version;

  protected ListingChange() {}

  ListingChange(VendorListing live, ListingInput after, Instant now) {
    this.id = Ids.next();
    this.listingId = live.id();
    this.vendorId = live.vendorId();
    this.before = Wording.of(live);
    this.after = after;
    this.status = ChangeStatus.SUBMITTED;
    this.submittedAt = now;
  }

  /** A newer edit takes its place. */
  void replace(Instant now) {
    decide(ChangeStatus.REPLACED, note, now);
  }

  /** Nobody wants it any more. */
  void withdraw(Instant now) {
    decide(ChangeStatus.WITHDRAWN, note, now);
  }

  /** Handed in once more as it is. */
  void submitAgain(Instant now) {
    if (status == ChangeStatus.CHANGES_REQUESTED) {
      this.status = ChangeStatus.SUBMITTED;
      this.submittedAt = now;
      this.decidedAt = null;
    }
  }

  void approve(String why, Instant now) {
    decide(ChangeStatus.APPROVED, why, now);
  }

  void reject(String why, Instant now) {
    decide(ChangeStatus.REJECTED, why, now);
  }

  void requestChanges(String why, Instant now) {
    decide(ChangeStatus.CHANGES_REQUESTED, why, now);
  }

  /** The decision on it is undone: it waits as it did before. */
  void reopen() {
    this.status = ChangeStatus.SUBMITTED;
    this.note = null;
    this.decidedAt = null;
  }

  private void decide(ChangeStatus outcome, String why, Instant now) {
    this.status = outcome;
    this.note = why;
    this.decidedAt = now;
  }

  /** True if it already asks for exactly this, on what buyers see. */
  boolean proposes(ListingInput wanted, VendorListing live) {
    return Wording.same(after, wanted) && Wording.same(before, Wording.of(live));
  }

  /** The same wording with the latest terms of what it adds. */
  void reprice(ListingInput wanted) {
    this.after = wanted;
  }

  UUID id() {
    return id;
  }

  ChangeStatus status() {
    return status;
  }

  boolean waits() {
    return status == ChangeStatus.SUBMITTED;
  }

  ListingInput before() {
    return before;
  }

  ListingInput after() {
    return after;
  }

  ChangeView view() {
    return new ChangeView(
        id,
        listingId,
        status,
        note,
        Wording.fields(before, after),
        before,
        after,
        submittedAt,
        decidedAt);
  }
}
