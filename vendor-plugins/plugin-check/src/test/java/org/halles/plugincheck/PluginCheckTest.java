package org.halles.plugincheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class PluginCheckTest {

  @TempDir private Path folder;

  @Test
  void a_good_plugin_is_found_and_keeps_its_contract() throws IOException {
    Report report = check(Workshop.goodRule(folder).jar("good"));

    assertThat(report.faults()).isEmpty();
    assertThat(report.text())
        .contains("fine    it brings commission rules of kind 'acme.ten'")
        .contains("rule acme.ten keeps its contract");
  }

  @Test
  void a_rule_that_breaks_its_contract_is_named_with_the_promise() throws IOException {
    Report report = check(Workshop.rule(folder, "acme", "acme.random", "return null;").jar("null"));

    assertThat(report.faults()).isNotEmpty().allMatch(line -> line.startsWith("rule acme.random"));
  }

  @Test
  @Timeout(60)
  void a_rule_that_loops_is_told_in_seconds_with_the_call_that_did_not_come_back()
      throws IOException {
    Report report =
        check(
            Workshop.rule(folder, "acme", "acme.loop", "while (true) { Thread.onSpinWait(); }")
                .jar("loop"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("rule acme.loop breaks", "propose() of Rule had no answer after 5 s")
        .contains("loops or waits", "250 ms", "asked with SaleFacts(");
  }

  @Test
  void what_a_rule_throws_is_told_with_the_call_and_the_line() throws IOException {
    Report report =
        check(
            Workshop.rule(
                    folder, "acme", "acme.boom", "throw new IllegalStateException(\"no table\");")
                .jar("boom"));

    assertThat(report.faults())
        .anyMatch(
            line ->
                line.contains("propose() of Rule threw java.lang.IllegalStateException: no table")
                    && line.contains("(Rule.java, line "));
  }

  @Test
  void a_rule_that_answers_by_chance_is_told_what_to_do_in_the_same_line() throws IOException {
    Report report =
        check(
            Workshop.rule(
                    folder,
                    "acme",
                    "acme.chance",
                    "return System.nanoTime() % 3 == 0 ? Optional.empty() : Optional.of("
                        + "CommissionProposal.of(terms.rate(), \"x\"));")
                .jar("chance"));

    assertThat(report.faults())
        .anyMatch(
            line ->
                line.contains("and nothing when asked again")
                    || line.contains("answered nothing, and CommissionProposal(rate 8 %"))
        .allMatch(line -> line.contains("keep no state, and ask no clock and no chance"))
        .allMatch(line -> line.contains("the sale was SaleFacts("));
  }

  @Test
  @Timeout(60)
  void a_bean_that_loops_before_it_says_its_name_is_told() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "com.acme.Rule",
                    """
                    package com.acme;
                    import java.util.Optional;
                    import org.halles.spi.*;
                    @jakarta.enterprise.context.ApplicationScoped
                    public class Rule implements CommissionRule<Rule.Terms> {
                      public record Terms(Rate rate) {}
                      public String kind() { while (true) { Thread.onSpinWait(); } }
                      public Class<Terms> configuration() { return Terms.class; }
                      public Optional<CommissionProposal> propose(SaleFacts s, Terms t) {
                        return Optional.empty();
                      }
                    }
                    """)
                .jar("nameless"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("com.acme.Rule cannot be used: its name was not told within 10 s");
  }

  @Test
  void a_check_of_rare_listings_is_installable_and_its_own_tests_must_prove_it()
      throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "com.acme.Shouting",
                    """
                    package com.acme;
                    import java.util.*;
                    import org.halles.spi.*;
                    @jakarta.enterprise.context.ApplicationScoped
                    public class Shouting implements ListingCheck {
                      public String id() { return "acme-shouting"; }
                      public Map<String, String> label() { return Map.of("fr", "Cris", "en", "Shouts"); }
                      public List<Finding> check(ListingFacts listing) {
                        return listing.title().containsValue("SALE")
                            ? List.of(Finding.note("title", "soldes", "sale"))
                            : List.of();
                      }
                    }
                    """)
                .descriptor(
                    "spi=1\nprovides=com.acme.Rule",
                    "spi=1.4\nprovides=com.acme.Rule, com.acme.Shouting")
                .jar("shouting"));

    assertThat(report.faults()).isEmpty();
    assertThat(report.remarks())
        .singleElement()
        .asString()
        .contains("check acme-shouting has nothing to say", "its own tests must prove it");
  }

  @Test
  void a_rule_without_an_example_is_installable_but_was_not_tried() throws IOException {
    Report report =
        check(Workshop.goodRule(folder).descriptor("example.", "another.").jar("untried"));

    assertThat(report.faults()).isEmpty();
    assertThat(report.remarks()).singleElement().asString().contains("add example.acme.ten=");
  }

  @Test
  void an_example_that_is_no_configuration_is_refused() throws IOException {
    Report report =
        check(Workshop.goodRule(folder).descriptor("\"rate\"", "\"rato\"").jar("example"));

    assertThat(report.faults()).singleElement().asString().contains("example.acme.ten", "rato");
  }

  @Test
  void what_is_no_plugin_is_told_what_is_missing() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .without("META-INF/beans.xml")
                .without("META-INF/halles-plugin.properties")
                .jar("bare"));

    assertThat(report.faults())
        .anyMatch(line -> line.contains("halles-plugin.properties"))
        .anyMatch(line -> line.contains("beans.xml"));
  }

  @Test
  void what_is_no_jar_is_said_to_be_none() throws IOException {
    Path text = Files.writeString(folder.resolve("letter.jar"), "Dear operator");

    assertThat(check(text).faults()).singleElement().asString().contains("is no jar");
  }

  @Test
  void another_spi_a_missing_plugin_and_a_class_that_is_not_there_are_all_named()
      throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .descriptor("spi=1", "spi=[2.0,3.0)\nrequires=bolt 1.2")
                .descriptor("provides=com.acme.Rule", "provides=com.acme.Rule, com.acme.Gone")
                .jar("misfit"));

    assertThat(report.faults())
        .anyMatch(line -> line.contains("SPI [2.0,3.0)"))
        .anyMatch(line -> line.contains("bolt [1.2,2.0)"))
        .anyMatch(line -> line.contains("com.acme.Gone"));
  }

  @Test
  void a_plugin_may_not_reach_into_the_platform_nor_bring_its_packages() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source(
                    "org.halles.marketplace.ledger.Ledger",
                    "package org.halles.marketplace.ledger; public class Ledger {}")
                .source(
                    "com.acme.Thief",
                    "package com.acme; public class Thief {"
                        + " org.halles.marketplace.ledger.Ledger ledger; }")
                .jar("thief"));

    assertThat(report.faults())
        .anyMatch(line -> line.contains("brings classes of org.halles.marketplace."))
        .anyMatch(line -> line.contains("com.acme.Thief refers to org.halles.marketplace."));
  }

  @Test
  void a_bean_whose_class_cannot_load_is_not_silently_missing() throws IOException {
    Report report =
        check(
            Workshop.goodRule(folder)
                .source("com.lib.Tool", "package com.lib; public class Tool {}")
                .source(
                    "com.acme.Rule",
                    """
                    package com.acme;
                    import java.util.Optional;
                    import org.halles.spi.*;
                    @jakarta.enterprise.context.ApplicationScoped
                    public class Rule implements CommissionRule<Rule.Terms> {
                      public record Terms(Rate rate) {}
                      com.lib.Tool tool;
                      public String kind() { return "acme.ten"; }
                      public Class<Terms> configuration() { return Terms.class; }
                      public Optional<CommissionProposal> propose(SaleFacts s, Terms t) {
                        return Optional.empty();
                      }
                    }
                    """)
                .without("com.lib.Tool")
                .jar("missing"));

    assertThat(report.faults()).singleElement().asString().contains("com.acme.Rule", "missing");
  }

  @Test
  void what_cannot_be_injected_would_keep_the_marketplace_from_starting() throws IOException {
    Report report = check(injecting("interface Calendar {}"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("could not start", "Unsatisfied", "Calendar");
  }

  @Test
  void what_is_ambiguous_would_keep_the_marketplace_from_starting() throws IOException {
    Report report =
        check(
            injecting(
                "interface Calendar {}\n"
                    + "@jakarta.enterprise.context.ApplicationScoped class One implements Calendar {}\n"
                    + "@jakarta.enterprise.context.ApplicationScoped class Two implements Calendar {}"));

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("could not start", "Ambiguous", "One", "Two");
  }

  @Test
  void the_second_plugin_of_an_id_and_the_second_class_of_a_name_are_refused() throws IOException {
    Path first = Workshop.goodRule(folder).jar("first");
    Path second = Workshop.goodRule(folder).jar("second");

    Report report = PluginCheck.of("--beside", first.toString(), second.toString()).report();

    assertThat(report.faults())
        .anyMatch(line -> line.contains("the id 'acme' is taken"))
        .anyMatch(line -> line.contains("is also in first.jar"));
  }

  @Test
  void a_kind_of_rules_that_another_plugin_brings_is_refused() throws IOException {
    Path first = Workshop.goodRule(folder).jar("first");
    Path second =
        Workshop.rule(folder, "aaa", "acme.ten", "return Optional.empty();").jar("second");

    Report report = PluginCheck.of("--beside", first.toString(), second.toString()).report();

    assertThat(report.faults())
        .singleElement()
        .asString()
        .contains("commission rules of kind 'acme.ten'", "acme 1.0.0 brings already");
  }

  @Test
  void a_plugin_finds_the_neighbour_it_needs() throws IOException {
    Path first = Workshop.goodRule(folder).jar("first");
    Path second =
        Workshop.rule(folder, "bolt", "bolt.none", "return Optional.empty();")
            .descriptor("spi=1", "spi=1\nrequires=acme 1.0")
            .jar("second");

    Report report = PluginCheck.of("--beside", first.toString(), second.toString()).report();

    assertThat(report.faults()).isEmpty();
    assertThat(report.remarks()).singleElement().asString().contains("proposes nothing");
  }

  private Path injecting(String others) throws IOException {
    return Workshop.goodRule(folder)
        .source(
            "com.acme.Rule",
            """
            package com.acme;
            import java.util.Optional;
            import org.halles.spi.*;
            @jakarta.enterprise.context.ApplicationScoped
            public class Rule implements CommissionRule<Rule.Terms> {
              public record Terms(Rate rate) {}
              @jakarta.inject.Inject Calendar calendar;
              public String kind() { return "acme.ten"; }
              public Class<Terms> configuration() { return Terms.class; }
              public Optional<CommissionProposal> propose(SaleFacts sale, Terms terms) {
                return Optional.empty();
              }
            }
            %s
            """
                .formatted(others))
        .jar("injecting");
  }

  private static Report check(Path jar) throws IOException {
    return PluginCheck.of(jar.toString()).report();
  }
}
