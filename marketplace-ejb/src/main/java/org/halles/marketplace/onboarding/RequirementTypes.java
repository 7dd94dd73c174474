package org.halles.marketplace.onboarding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.halles.marketplace.plugin.Conversation;
import org.halles.marketplace.plugin.Plugins;

/** The kinds of requirement the operator can choose from: the house's own and those of plugins. */
@ApplicationScoped
class RequirementTypes {

  private static final List<RequirementType> OWN =
      List.of(
          new Profile(),
          new TraderIdentity(),
          new DocumentHandedIn(),
          new PayoutAccount(),
          new TermsAccepted(),
          new StorefrontComplete(),
          new FirstListing(),
          new SecondFactorOn());

  private Plugins plugins;

  protected RequirementTypes() {}

  @Inject
  RequirementTypes(Plugins plugins) {
    this.plugins = plugins;
  }

  List<RequirementType> all() {
    List<RequirementType> all = new ArrayList<>(OWN);
    plugins
        .converse(Conversation::requirementTypes)
        .forEach(type -> all.add(new PluginRequirement(plugins, type)));
    return all;
  }

  /**
   * Of a plugin that was taken out too: what it asked for stays missing until the operator acts.
   */
  RequirementType get(String type) {
    return own(type).orElseGet(() -> new PluginRequirement(plugins, type));
  }

  boolean isKnown(String type) {
    return all().stream().anyMatch(one -> one.type().equals(type));
  }

  private static Optional<RequirementType> own(String type) {
    return OWN.stream().filter(one -> one.type().equals(type)).findFirst();
  }
}
