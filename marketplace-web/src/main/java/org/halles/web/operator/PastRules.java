package org.halles.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.Page;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.vendor.Approval;
import org.halles.web.ui.Functions;
import org.halles.web.ui.Query;
import org.omnifaces.cdi.Param;

/** Versions of commission rules: all of one rule, or all that are past. */
@Named
@RequestScoped
public class PastRules {

  private static final String PATH = "/operator/commission-rules/past";

  @Inject @Param private String rule;
  @Inject @Param private String cursor;
  @Inject private CommissionRules rules;
  @Inject private Approval approval;

  private Page<RuleVersion> page;
  private Map<UUID, String> vendors;

  public List<RuleVersion> getVersions() {
    return page().items();
  }

  /** True if the page tells of one rule. */
  public boolean isOfOne() {
    return rule != null && !rule.isBlank();
  }

  /** What the one rule is called by its newest version. */
  public String getName() {
    RuleVersion newest = getVersions().get(0);
    return Functions.called(newest.name(), newest.names());
  }

  public String getNext() {
    String next = page().next();
    return next == null ? null : Query.of(PATH).with("cursor", next).toString();
  }

  public String getFirst() {
    return cursor == null ? null : PATH;
  }

  /** The name of a vendor that a version was for. */
  public String vendorOf(UUID id) {
    if (vendors == null) {
      vendors =
          approval.names(
              getVersions().stream()
                  .map(version -> version.scope().vendorId())
                  .filter(Objects::nonNull)
                  .distinct()
                  .toList());
    }
    return id == null ? null : vendors.get(id);
  }

  private Page<RuleVersion> page() {
    if (page == null) {
      page = isOfOne() ? new Page<>(history(), null) : rules.past(Paging.of(null, cursor));
    }
    return page;
  }

  private List<RuleVersion> history() {
    try {
      return rules.history(UUID.fromString(rule));
    } catch (IllegalArgumentException malformed) {
      throw new NotFound("commission rule", rule);
    }
  }
}
