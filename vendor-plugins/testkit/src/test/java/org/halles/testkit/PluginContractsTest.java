package org.halles.testkit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.halles.spi.Page;
import org.halles.spi.PagePanel;
import org.halles.spi.Panel;
import org.halles.spi.Rate;
import org.halles.spi.RuleProposal;
import org.halles.spi.TaxRules;
import org.halles.spi.VendorPlugin;
import org.halles.spi.VendorRegistration;
import org.junit.jupiter.api.Test;

/** The smaller contracts notice what is wrong, too. */
class PluginContractsTest {

  static class Homeless extends PluginJarContract {
    @Override
    protected Class<?> plugin() {
      return PluginContractsTest.class;
    }
  }

  static class FrenchOnly extends VendorPluginContract {
    @Override
    protected VendorPlugin vendor() {
      return new VendorPlugin() {
        @Override
        public VendorRegistration registration() {
          Map<String, String> text = Map.of("fr", "Bonjour");
          return new VendorRegistration(
              "shop", "Shop", "FR", true, "owner@shop.example", text, text, "#102030");
        }

        @Override
        public List<RuleProposal> proposals() {
          return List.of();
        }
      };
    }
  }

  static class TooMuchTax extends TaxRulesContract {
    @Override
    protected TaxRules rules() {
      return new TaxRules() {
        @Override
        public String id() {
          return "too-much";
        }

        @Override
        public Optional<TaxRate> rateFor(Supply supply) {
          return Optional.of(new TaxRate(Rate.percent("120"), "France", "TVA", true));
        }
      };
    }
  }

  static class Scripting extends PagePanelContract {
    @Override
    protected PagePanel panel() {
      return new PagePanel() {
        @Override
        public String id() {
          return "scripting";
        }

        @Override
        public Set<Page.Place> places() {
          return Set.of(Page.Place.CART);
        }

        @Override
        public Optional<Panel> show(Page page) {
          Map<String, String> words = Panel.words("ici", "here");
          Panel.Link link = new Panel.Link(words, "javascript:alert(1)");
          return Optional.of(Panel.of(words, new Panel.Links(List.of(link))));
        }
      };
    }
  }

  @Test
  void a_link_that_would_run_a_script_is_told() {
    Verdict.on(Scripting.class)
        .blames("what_it_shows_can_be_drawn", "javascript:alert(1)", "https://");
  }

  @Test
  void a_jar_without_a_descriptor_is_told_where_it_is_missing() {
    Verdict.on(Homeless.class)
        .blames(
            "its_descriptor_can_be_read_and_suits_this_spi",
            "META-INF/halles-plugin.properties is missing from",
            "test-classes");
  }

  @Test
  void a_storefront_in_one_language_is_told_which_is_missing() {
    Verdict.on(FrenchOnly.class)
        .blames("its_storefront_speaks_to_french_and_english_buyers", "'en'", "[fr]");
  }

  @Test
  void an_absurd_tax_is_told_with_its_supply() {
    Verdict.on(TooMuchTax.class)
        .blames("rates_are_shares_and_say_whose_they_are", "120 %", "Supply");
  }
}
