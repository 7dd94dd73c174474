package org.halles.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples as folders of their own; that they build is shown on a whole marketplace. */
class CopiedPluginTest {

  @TempDir private Path folder;
  private Checkout checkout;

  @BeforeEach
  void checkout() throws IOException {
    checkout = Checkout.in(folder.resolve("project"));
  }

  private Path copied(String example) throws IOException {
    checkout.with("vendor-plugins/" + example);
    return CopiedPlugin.of(checkout.project(), example)
        .in(checkout.project(), folder.resolve("home"), folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seasonal-commission",
        "volume-tier-commission",
        "membership-plans",
        "fraud-score",
        "parcel-weight-table",
        "mutual-aid-roundup",
        "atelier-boreal"
      })
  void everyExampleStandsAlone(String example) throws IOException {
    Path copy = copied(example);

    assertThat(copy.resolve("src/main/resources/META-INF/halles-plugin.properties")).exists();
    assertThat(Files.readString(copy.resolve("pom.xml")))
        .contains("plugin-kit")
        .doesNotContain("<parent>")
        .doesNotContain("${artifactId}");
    assertThat(Files.readString(copy.resolve("README.md")))
        .contains("`mvn package`")
        .doesNotContain("-am package")
        .doesNotContain("vendor-plugins/" + example + "/target");
  }

  @Test
  void whatNeedsTheCheckoutIsNotAmongThem() throws IOException {
    checkout.with("vendor-plugins/maison-lumen");
    checkout.with("vendor-plugins/seasonal-commission");

    assertThatThrownBy(() -> CopiedPlugin.of(checkout.project(), "maison-lumen"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("\"maison-lumen\"")
        .hasMessageContaining("seasonal-commission");
  }

  @Test
  void aFolderThatIsThereIsLeftAlone() throws IOException {
    copied("fraud-score");

    assertThatThrownBy(() -> copied("fraud-score"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("fraud-score exists already");
  }
}
