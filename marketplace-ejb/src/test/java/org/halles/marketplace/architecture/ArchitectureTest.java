package org.halles.marketplace.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.notBePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.halles.marketplace.identity.Allowed;
import org.halles.marketplace.vendor.Needs;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.spi.PaymentGateway;

/** The rooms of the house are where {@code docs/architecture.puml} says, and keep their doors. */
@AnalyzeClasses(
    packages = {"org.halles.marketplace", "org.halles.spi"},
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Path MODULE = module();
  private static final Path PICTURE = MODULE.resolveSibling("docs/architecture.puml");
  private static final Path PAGE = MODULE.resolveSibling("docs/architecture.md");
  private static final Pattern ARROW = Pattern.compile("(?m)^\\[(\\w+)] --> \\[(\\w+)]$");

  /** Told by where the classes lie, whatever folder the tests are started from. */
  private static Path module() {
    try {
      Path classes =
          Path.of(
              ArchitectureTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.getParent().getParent();
    } catch (URISyntaxException noFile) {
      throw new IllegalStateException(noFile);
    }
  }

  @ArchTest
  static final ArchRule featuresUseEachOtherOnlyAlongTheArrowsOfThePicture =
      classes().should(adhereToPlantUmlDiagram(PICTURE, consideringOnlyDependenciesInDiagram()));

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("org.halles.marketplace.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theSpiNeedsTheJdkOnly =
      classes()
          .that()
          .resideInAPackage("org.halles.spi..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.halles.spi..");

  /** The web module sees public types only: records, never entities. */
  @ArchTest
  static final ArchRule entitiesStayInTheirFeature =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .or()
          .areAnnotatedWith(Embeddable.class)
          .should(notBePublic());

  @ArchTest
  static final ArchRule theServersEntityManagerIsLookedUpInOnePlace =
      noFields()
          .that()
          .areDeclaredInClassesThat()
          .haveSimpleNameNotEndingWith("ServerResources")
          .should()
          .beAnnotatedWith(PersistenceContext.class);

  @ArchTest
  static final ArchRule pluginsAreLookedUpInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.halles.marketplace.plugin")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Instance.class);

  @ArchTest
  static final ArchRule gatewaysAreCalledByPaymentsOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.halles.marketplace.plugin", "org.halles.marketplace.payment", "org.halles.spi")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(PaymentGateway.class);

  @ArchTest
  static final ArchRule everyUseCaseSaysWhoMayCallIt =
      classes().that(new UseCases()).should(new DeclareARole());

  @ArchTest
  static final ArchRule everyUseCaseOfAVendorSaysWhatItNeeds =
      methods()
          .that()
          .arePublic()
          .and()
          .areAnnotatedWith(Allowed.class)
          .and(
              DescribedPredicate.describe(
                  "take a VendorScope",
                  method ->
                      method.getRawParameterTypes().stream()
                          .anyMatch(type -> type.isEquivalentTo(VendorScope.class))))
          .should()
          .beAnnotatedWith(Needs.class);

  @ArchTest
  static void everyArrowOfThePictureIsUsed(JavaClasses classes) throws IOException {
    List<MatchResult> arrows = ARROW.matcher(Files.readString(PICTURE)).results().toList();
    assertThat(arrows).hasSizeGreaterThan(20);
    assertThat(arrows)
        .allSatisfy(
            arrow ->
                assertThat(uses(classes, arrow.group(1), arrow.group(2)))
                    .as("%s: nothing uses it, take it out of the picture", arrow.group())
                    .isTrue());
  }

  @ArchTest
  static void thePageOfTheArchitectureListsTheFeaturesOfThePictureLevelByLevel(JavaClasses classes)
      throws IOException {
    assertThat(Levels.ofThePage(Files.readString(PAGE)))
        .as("docs/architecture.md")
        .isEqualTo(Levels.ofThePicture(Files.readString(PICTURE)));
  }

  private static boolean uses(JavaClasses classes, String from, String to) {
    return classes.stream()
        .filter(type -> isIn(type, from))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .anyMatch(dependency -> isIn(dependency.getTargetClass(), to));
  }

  private static boolean isIn(JavaClass type, String feature) {
    return type.getPackageName().equals("org.halles.marketplace." + feature)
        || type.getPackageName().equals("org.halles." + feature);
  }

  /** Compiled code does not show local variables, so this one reads the sources. */
  @ArchTest
  static void moneyIsNeverAFloatingNumber(JavaClasses ignored) throws IOException {
    Pattern floating = Pattern.compile("\\b(float|double|Float|Double|doubleValue|floatValue)\\b");
    for (Path root :
        List.of(
            MODULE.resolve("src/main/java"),
            MODULE.resolveSibling("vendor-plugins/spi/src/main/java"))) {
      try (Stream<Path> files = Files.walk(root)) {
        List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        assertThat(sources).isNotEmpty();
        for (Path source : sources) {
          String code =
              Files.readString(source).replaceAll("(?s)/\\*.*?\\*/|//[^\\n]*|\"[^\"\\n]*\"", "");
          assertThat(floating.matcher(code).results().map(MatchResult::group))
              .as("%s computes with floating numbers", source)
              .isEmpty();
        }
      }
    }
  }
}
