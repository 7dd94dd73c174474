package org.halles.marketplace.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.transaction.Transactional;

/**
 * The doors of the features: public beans that open transactions. Package-private ones can be
 * reached through a door only. {@code shared} has no roles above it to ask for: its beans are
 * tools.
 */
final class UseCases extends DescribedPredicate<JavaClass> {

  UseCases() {
    super("are public use cases");
  }

  @Override
  public boolean test(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getPackageName().equals("org.halles.marketplace.shared")
        && (type.isAnnotatedWith(Transactional.class)
            || type.getMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
  }
}
