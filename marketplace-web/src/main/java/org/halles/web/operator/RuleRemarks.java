package org.halles.web.operator;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.web.ui.Words;

/** What an operator may have overlooked in the order of the rules, in the reader's language. */
final class RuleRemarks {

  private static final Pattern UNREACHED =
      Pattern.compile("may never be reached: '(.*)' above it, at place (\\d+), .*");
  private static final Pattern TOO_HIGH =
      Pattern.compile("stands too high: .*, (\\d+) in number; .*");
  private static final Pattern HOMELESS =
      Pattern.compile("its category '(.*)' does not exist any more: .*");

  private static final Pattern UNANSWERED =
      Pattern.compile("no plugin answers for rules of kind '(.*)': .*");

  private final Words words;
  private final UnaryOperator<String> names;

  /**
   * @param names what the rule of a name is called in the reader's language
   */
  RuleRemarks(Words words, UnaryOperator<String> names) {
    this.words = words;
    this.names = names;
  }

  /** The remark; one that is not known stays as it was said. */
  String of(String warning) {
    Matcher unreached = UNREACHED.matcher(warning);
    if (unreached.matches()) {
      return words.of("rules.unreached", names.apply(unreached.group(1)), unreached.group(2));
    }
    Matcher tooHigh = TOO_HIGH.matcher(warning);
    if (tooHigh.matches()) {
      return words.of("rules.too-high", Integer.valueOf(tooHigh.group(1)));
    }
    Matcher unanswered = UNANSWERED.matcher(warning);
    if (unanswered.matches()) {
      return words.of("rules.unanswered", unanswered.group(1));
    }
    Matcher homeless = HOMELESS.matcher(warning);
    return homeless.matches() ? words.of("rules.homeless", homeless.group(1)) : warning;
  }
}
