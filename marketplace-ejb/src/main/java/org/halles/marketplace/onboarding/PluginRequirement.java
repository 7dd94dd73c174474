package org.halles.marketplace.onboarding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.halles.marketplace.plugin.Answer;
import org.halles.marketplace.plugin.Plugins;
import org.halles.marketplace.shared.Texts;
import org.halles.spi.OnboardingRequirement;
import org.halles.spi.OnboardingRequirement.Applicant;
import org.halles.spi.OnboardingRequirement.Field;

/** A kind of requirement that a plugin brings, asked through the door. */
final class PluginRequirement implements RequirementType {

  private static final List<Lack> AWAY =
      List.of(
          Lack.waiting(
              "Cette étape ne peut être vérifiée pour l’instant.",
              "This step cannot be checked at the moment."));

  private final Plugins plugins;
  private final String type;

  PluginRequirement(Plugins plugins, String type) {
    this.plugins = plugins;
    this.type = type;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public Texts title() {
    Answer<Map<String, String>> title = ask(OnboardingRequirement::title);
    return title.failed() ? Texts.of(type, type) : new Texts(title.value());
  }

  @Override
  public Texts why() {
    Answer<Map<String, String>> why = ask(OnboardingRequirement::why);
    return why.failed() ? Texts.NONE : new Texts(why.value());
  }

  @Override
  public Place place() {
    return Place.FORM;
  }

  @Override
  public List<AskedField> fields(VendorFacts vendor) {
    Answer<List<AskedField>> fields =
        ask(
            vendor,
            one -> one.fields(applicant(vendor)).stream().map(PluginRequirement::field).toList());
    return fields.failed() ? List.of() : fields.value();
  }

  @Override
  public List<Lack> check(
      VendorFacts vendor, Requirement requirement, Map<String, String> answers) {
    Answer<List<Lack>> lacks =
        ask(
            vendor,
            one ->
                one.check(applicant(vendor), answers).stream()
                    .map(problem -> Lack.of(problem.field(), new Texts(problem.message())))
                    .toList());
    return lacks.failed() ? AWAY : lacks.value();
  }

  private <T> Answer<T> ask(Function<OnboardingRequirement, T> question) {
    return plugins.converse(conversation -> conversation.requirement(type, question));
  }

  /** A vendor whom the plugin is not on for is asked nothing, and lacks nothing. */
  private <T> Answer<List<T>> ask(
      VendorFacts vendor, Function<OnboardingRequirement, List<T>> question) {
    return plugins.converse(
        conversation -> conversation.requirement(type, applicant(vendor), question, List.<T>of()));
  }

  private static AskedField field(Field field) {
    return new AskedField(
        field.name(),
        field.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        field.required(),
        new Texts(field.label()),
        new Texts(field.help()),
        null);
  }

  private static Applicant applicant(VendorFacts vendor) {
    return new Applicant(vendor.slug(), !vendor.isPrivate(), vendor.country(), vendor.today());
  }
}
