package org.halles.testkit;

import static org.halles.testkit.Promise.check;

import java.time.Duration;
import java.util.Set;
import org.halles.spi.RuleProposal;
import org.halles.spi.VendorPlugin;
import org.halles.spi.VendorRegistration;
import org.junit.jupiter.api.Test;

/** What Halles relies on in every {@link VendorPlugin}. Extend it and hand it yours. */
public abstract class VendorPluginContract {

  /** The vendor, as the server would make it. */
  protected abstract VendorPlugin vendor();

  @Test
  void it_registers_the_same_vendor_every_time() {
    VendorRegistration registration = asked().registration();

    check(registration != null, "registration() is null");
    check(
        registration.equals(asked().registration()),
        "registration() changes from call to call: it is read once, at deployment");
  }

  @Test
  void its_storefront_speaks_to_french_and_english_buyers() {
    VendorRegistration registration = asked().registration();

    for (String language : Set.of("fr", "en")) {
      check(
          registration.tagline().containsKey(language)
              && registration.story().containsKey(language),
          "tagline and story are needed in '%s', not only in %s and %s",
          language,
          registration.tagline().keySet(),
          registration.story().keySet());
    }
    registration
        .tagline()
        .forEach(
            (language, line) ->
                check(
                    line.length() <= 120 && !line.contains("\n"),
                    "the tagline in '%s' must be one line of at most 120 characters: '%s'",
                    language,
                    line));
  }

  @Test
  void its_proposals_are_the_same_every_time_and_say_why() {
    check(asked().proposals() != null, "proposals() is null: answer an empty list for none");
    check(
        asked().proposals().equals(asked().proposals()),
        "proposals() changes from call to call: the operator accepts a version by its content");
    for (RuleProposal proposal : asked().proposals()) {
      check(!proposal.reason().isBlank(), "the proposal of %s gives no reason", proposal.kind());
    }
  }

  /** The same, with a limit for every call. */
  private VendorPlugin asked() {
    return Bounded.of(this, VendorPlugin.class, vendor(), Duration.ofSeconds(2));
  }
}
