package org.halles.it;

import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.halles.launcher.Project;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The EAR that is delivered, with test classes added to its web archive and nothing else changed.
 */
public final class RealEar {
  private static TestDatabase database;

  private RealEar() {}

  /** For a {@code @Deployment} method. */
  public static EnterpriseArchive with(Class<?>... tests) {
    Project project = Project.of(Path.of(System.getProperty("halles.project")));
    EnterpriseArchive ear =
        ShrinkWrap.createFromZipFile(EnterpriseArchive.class, project.ear().toFile());
    WebArchive war = ear.getAsType(WebArchive.class, "marketplace-web.war");
    war.addClasses(tests);
    war.addAsLibrary(
        Path.of(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toFile());
    Testable.archiveToTest(war);
    return ear;
  }

  /** Before the server starts, which keeps its jobs there. */
  static synchronized void startDatabase() {
    if (database == null) {
      database =
          TestDatabase.start(Path.of(System.getProperty("halles.it.home")).resolve("container"));
      AtExit.stop(database::stop);
    }
  }
}
