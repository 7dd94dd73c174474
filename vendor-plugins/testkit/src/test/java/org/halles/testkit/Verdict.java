package org.halles.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** What a contract says about a plugin: the failed tests and their words. */
record Verdict(long passed, Map<String, String> failures) {

  static Verdict on(Class<?> contractTest) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(contractTest))
            .execute()
            .testEvents();
    Map<String, String> failures = new TreeMap<>();
    tests.failed().stream()
        .forEach(
            event ->
                failures.put(
                    event.getTestDescriptor().getDisplayName().replace("()", ""),
                    event
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .toString()));
    return new Verdict(tests.succeeded().count(), failures);
  }

  void isGood() {
    assertThat(failures).isEmpty();
    assertThat(passed).isPositive();
  }

  /** At least this test failed, and said this. */
  void blames(String test, String... words) {
    assertThat(failures).containsKey(test);
    assertThat(failures.get(test)).contains(words);
  }
}
