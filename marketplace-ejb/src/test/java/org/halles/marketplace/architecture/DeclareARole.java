package org.halles.marketplace.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.transaction.Transactional;
import org.halles.marketplace.identity.Allowed;

/** Every public method that opens a transaction names the roles that may call it. */
final class DeclareARole extends ArchCondition<JavaClass> {

  DeclareARole() {
    super("declare a role on every public method that opens a transaction");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC))
        .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
        .filter(DeclareARole::opensATransaction)
        .forEach(
            method ->
                events.add(
                    new SimpleConditionEvent(
                        method,
                        method.isAnnotatedWith(Allowed.class)
                            || type.isAnnotatedWith(Allowed.class),
                        method.getDescription() + " declares no role: add @Allowed")));
  }

  private static boolean opensATransaction(JavaMethod method) {
    return method.isAnnotatedWith(Transactional.class)
        || method.getOwner().isAnnotatedWith(Transactional.class);
  }
}
