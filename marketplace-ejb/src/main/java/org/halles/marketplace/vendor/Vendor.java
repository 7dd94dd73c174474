package org.halles.marketplace.vendor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Ids;
import org.halles.marketplace.shared.Texts;

/** A selling party. */
@Entity
class Vendor {

  @Id private UUID id;

  @Column(nullable = false, unique = true)
  private String slug;

  @Column(nullable = false)
  private String name;

  @Enumerated(EnumType.STRING)
  private VendorKind kind;

  @Column(columnDefinition = "bpchar")
  private String country;

  @Enumerated(EnumType.STRING)
  private VendorStatus status;

  private boolean trusted;
  private boolean operated;

  @Column(name = "plugin_id")
  private String pluginId;

  private String reason;

  @Column(name = "closed_from")
  private LocalDate closedFrom;

  @Column(name = "closed_to")
  private LocalDate closedTo;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Vendor() {}

  private Vendor(String slug, String name, VendorKind kind, String country, Instant now) {
    this.id = Ids.next();
    this.slug = slug;
    this.name = name;
    this.kind = kind;
    this.country = country;
    this.status = VendorStatus.APPLIED;
    this.createdAt = now;
  }

  /** Somebody who would like to sell. */
  static Vendor applying(String slug, String name, VendorKind kind, String country, Instant now) {
    return new Vendor(slug, name, kind, country, now);
  }

  Vendor broughtBy(String plugin) {
    this.pluginId = plugin;
    return this;
  }

  void approve(String why) {
    move("approved", VendorStatus.APPROVED, why, VendorStatus.APPLIED, VendorStatus.REJECTED);
  }

  void reject(String why) {
    move("rejected", VendorStatus.REJECTED, why, VendorStatus.APPLIED);
  }

  void suspend(String why) {
    move("suspended", VendorStatus.SUSPENDED, why, VendorStatus.APPROVED);
  }

  void reinstate(String why) {
    move("reinstated", VendorStatus.APPROVED, why, VendorStatus.SUSPENDED);
  }

  void ask(String why) {
    move("given back", VendorStatus.APPLIED, why, VendorStatus.APPLIED);
  }

  void close(String why) {
    move(
        "closed",
        VendorStatus.CLOSED,
        why,
        VendorStatus.APPLIED,
        VendorStatus.APPROVED,
        VendorStatus.SUSPENDED,
        VendorStatus.REJECTED);
  }

  void trust(boolean trust) {
    this.trusted = trust;
  }

  void rename(String newName) {
    this.name = newName;
  }

  /** Its address is another from now on. */
  void moveTo(String newSlug) {
    this.slug = newSlug;
  }

  /** Sells nothing on these days; null opens it. */
  void close(Closure closure) {
    this.closedFrom = closure == null ? null : closure.from();
    this.closedTo = closure == null ? null : closure.to();
  }

  Closure closure(Texts note) {
    return closedFrom == null ? null : new Closure(closedFrom, closedTo, note);
  }

  private void move(String verb, VendorStatus to, String why, VendorStatus... from) {
    if (!List.of(from).contains(status)) {
      throw new WrongVendorStatus(slug, status, verb);
    }
    this.status = to;
    this.reason = why;
  }

  UUID id() {
    return id;
  }

  String slug() {
    return slug;
  }

  VendorStatus status() {
    return status;
  }

  String pluginId() {
    return pluginId;
  }

  VendorKind kind() {
    return kind;
  }

  String country() {
    return country;
  }

  VendorView view() {
    return new VendorView(
        id, slug, name, kind, country, status, trusted, operated, pluginId, reason, createdAt,
        version);
  }
}
