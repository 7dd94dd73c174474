package org.halles.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.halles.spi.Configurable;
import org.halles.spi.Setting;
import org.junit.jupiter.api.Test;

/**
 * What Halles relies on in an extension that can be configured. Extend it beside the contract of
 * its extension point.
 *
 * @param <C> its configuration
 */
public abstract class ConfigurableContract<C extends Record> {

  /** The extension as the container makes it. */
  protected abstract Configurable<C> extension();

  /** Some configurations an operator may type. */
  protected abstract List<C> configurations();

  @Test
  void configuringItMakesAnotherOneOfTheSameClass() {
    Configurable<C> extension = extension();
    for (C configuration : configurations()) {
      Object configured = extension.with(configuration);
      assertNotSame(extension, configured, "with() must leave this one as it is: make a new one");
      assertEquals(
          extension.getClass(), configured.getClass(), "with() must answer one of the same class");
    }
  }

  @Test
  void whatIsConfiguredCanBeConfiguredAgain() {
    List<C> configurations = configurations();
    assertFalse(configurations.isEmpty(), "name some configurations to try it with");
    Object configured = extension();
    for (C configuration : configurations) {
      assertTrue(configured instanceof Configurable<?>, "with() answered " + configured);
      Configurable<?> again = (Configurable<?>) configured;
      assertEquals(extension().configurationType(), again.configurationType());
      configured = extension().with(configuration);
    }
  }

  @Test
  void whatIsUsualCanBeTypedAsWell() {
    extension()
        .usual()
        .ifPresent(
            usual ->
                assertEquals(
                    extension().getClass(),
                    extension().with(usual).getClass(),
                    "with(usual()) must work like the extension itself"));
  }

  @Test
  void everyFieldIsNamedInBothLanguages() {
    for (RecordComponent component : extension().configurationType().getRecordComponents()) {
      Setting setting = component.getAnnotation(Setting.class);
      assertTrue(
          setting != null && !setting.fr().isBlank() && !setting.en().isBlank(),
          component.getName() + " has no name people read: add @Setting(fr = ..., en = ...)");
      assertTrue(
          setting.pattern().isEmpty() || !setting.helpFr().isBlank() && !setting.helpEn().isBlank(),
          component.getName()
              + " has a pattern that nobody explains: say in helpFr and helpEn what it must look"
              + " like");
    }
  }
}
