package org.halles.marketplace.commission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.halles.marketplace.shared.Texts;

/**
 * One version of a commission rule, as the operator sees it. A version never changes; only its
 * place in the order and whether it is in force do.
 *
 * @param id of the rule, the same in all its versions
 * @param version counted from 1
 * @param name what people call it
 * @param names the same by language, or null if it has only one name
 * @param kind which plugin's arithmetic
 * @param configuration of that kind
 * @param contentHash recognises kind, configuration and scope
 * @param group the first rule that matches wins in its group; groups add up
 * @param position its place in its group
 * @param status whether it is in force
 * @param scope which sales it is for
 * @param proposedBy who wrote it: an account, or {@code plugin:<id>}
 * @param reason why
 * @param reasons the same by language, or null if it was said in only one
 * @param acceptedBy who put it in force, or null
 * @param acceptedAt when, or null
 * @param vendorSignedBy who agreed to it for the vendor, or null if nobody was asked
 * @param vendorSignedAt when, or null
 * @param warnings what the operator may have overlooked, in words
 */
public record RuleVersion(
    UUID id,
    int version,
    String name,
    Texts names,
    String kind,
    JsonNode configuration,
    String contentHash,
    String group,
    int position,
    Status status,
    RuleScope scope,
    String proposedBy,
    String reason,
    Texts reasons,
    String acceptedBy,
    Instant acceptedAt,
    String vendorSignedBy,
    Instant vendorSignedAt,
    List<String> warnings) {

  /** Whether a version is in force. */
  public enum Status {
    /** Somebody would like it; it decides nothing. */
    PROPOSED,
    /** The operator offers it to the vendor; it decides nothing until the vendor agrees. */
    COUNTERED,
    /** In force. */
    ACTIVE,
    /** Was in force. */
    RETIRED,
    /** Was proposed and turned down. */
    REJECTED
  }

  public RuleVersion {
    warnings = List.copyOf(warnings);
  }

  RuleVersion withWarnings(List<String> found) {
    return new RuleVersion(
        id,
        version,
        name,
        names,
        kind,
        configuration,
        contentHash,
        group,
        position,
        status,
        scope,
        proposedBy,
        reason,
        reasons,
        acceptedBy,
        acceptedAt,
        vendorSignedBy,
        vendorSignedAt,
        found);
  }
}
