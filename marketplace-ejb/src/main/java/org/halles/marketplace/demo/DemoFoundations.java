package org.halles.marketplace.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.halles.marketplace.attribute.Attributes;
import org.halles.marketplace.catalog.Categories;
import org.halles.marketplace.catalog.CategoryView;
import org.halles.marketplace.commission.CommissionRules;
import org.halles.marketplace.commission.NewRule;
import org.halles.marketplace.commission.Proposals;
import org.halles.marketplace.commission.RuleVersion;
import org.halles.marketplace.identity.AccountView;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.identity.NewAccount;
import org.halles.marketplace.identity.PasswordHash;
import org.halles.marketplace.identity.Registration;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.shared.Json;
import org.halles.marketplace.shared.Texts;

/** What a market needs before its first stall opens: people who run it, categories, rules. */
@ApplicationScoped
@Transactional
public class DemoFoundations {

  /** The vendor whose own proposal the operator accepts; the others' wait in the console. */
  private static final String ACCEPTED = "maison-lumen";

  private Registration registration;
  private Categories categories;
  private Attributes attributes;
  private CommissionRules rules;
  private Proposals proposals;
  private DemoProgress progress;

  protected DemoFoundations() {}

  @Inject
  DemoFoundations(
      Registration registration,
      Categories categories,
      Attributes attributes,
      CommissionRules rules,
      Proposals proposals,
      DemoProgress progress) {
    this.registration = registration;
    this.categories = categories;
    this.attributes = attributes;
    this.rules = rules;
    this.proposals = proposals;
    this.progress = progress;
  }

  /**
   * Accounts of the operator's people, of the shops' owners and of the buyer who has one; then the
   * tree of categories. What is there already stays.
   *
   * @return the buyer's account
   */
  @Allowed(Role.SYSTEM)
  public AccountView lay(DemoMarket market, List<DemoVendor> vendors) {
    PasswordHash password = PasswordHash.of(market.password());
    market.operators().forEach(o -> open(o.email(), o.name(), "fr", password, o.roles()));
    vendors.forEach(v -> open(v.ownerEmail(), v.owner(), "fr", password, Set.of()));
    List<DemoCategory> roots = DemoContent.categories();
    Map<String, UUID> ids = new HashMap<>();
    for (int position = 0; position < roots.size(); position++) {
      define(roots.get(position), null, position, ids);
    }
    describe(DemoContent.attributes(), vendors, ids);
    DemoMarket.Buyer buyer = market.buyers().get(0);
    return open(buyer.email(), buyer.name(), buyer.language(), password, Set.of());
  }

  private AccountView open(
      String email, String name, String language, PasswordHash password, Set<Role> roles) {
    return registration.open(new NewAccount(email, null, name, language), password, roles);
  }

  private void define(DemoCategory category, String parent, int position, Map<String, UUID> ids) {
    CategoryView defined =
        categories.define(category.slug(), parent, category.name(), category.taxClass(), position);
    ids.put(defined.slug(), defined.id());
    List<DemoCategory> below = category.below();
    for (int index = 0; index < below.size(); index++) {
      define(below.get(index), category.slug(), index, ids);
    }
  }

  private void describe(DemoAttributes demo, List<DemoVendor> vendors, Map<String, UUID> ids) {
    for (DemoAttributes.Attribute attribute : demo.attributes()) {
      attributes.define(attribute.code(), demo.input(attribute, vendors));
    }
    demo.categories().forEach(asked -> attributes.assign(ids.get(asked.category()), asked.asks()));
  }

  /** The operator's rules in their order; needs the vendors that some of them are for. */
  @Allowed(Role.SYSTEM)
  public DemoProgress.State agreeOnCommission(DemoProgress.State state) {
    for (JsonNode rule : DemoContent.commissionRules()) {
      rules.create(read(rule));
    }
    for (RuleVersion proposal : proposals.waiting()) {
      if (proposal.proposedBy().endsWith(":" + ACCEPTED)) {
        proposals.accept(proposal.id(), proposal.contentHash(), 1);
      }
    }
    return progress.remember(state.withRules());
  }

  private static NewRule read(JsonNode rule) {
    return new NewRule(
        null,
        rule.path("kind").asText(),
        rule.path("configuration"),
        null,
        null,
        rule.has("scope")
            ? Json.mapper().convertValue(rule.get("scope"), NewRule.Scope.class)
            : NewRule.Scope.EVERYTHING,
        null,
        null,
        Json.mapper().convertValue(rule.get("names"), Texts.class),
        Json.mapper().convertValue(rule.get("reasons"), Texts.class));
  }
}
