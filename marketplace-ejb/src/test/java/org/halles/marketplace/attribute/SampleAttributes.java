package org.halles.marketplace.attribute;

import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.halles.marketplace.audit.Audit;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.shared.RealDatabase;
import org.halles.marketplace.shared.Texts;

/** The dictionary on a real database, and the words to fill it. */
public final class SampleAttributes {

  private SampleAttributes() {}

  /**
   * @param heard who hears that an attribute was defined
   */
  @SuppressWarnings("unchecked")
  public static Attributes on(RealDatabase real, Consumer<AttributeDefined> heard) {
    Event<AttributeDefined> event =
        (Event<AttributeDefined>)
            Proxy.newProxyInstance(
                SampleAttributes.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, arguments) -> {
                  heard.accept((AttributeDefined) arguments[0]);
                  return null;
                });
    return new Attributes(
        new AttributeStore(real.database()),
        new Audit(real.database(), new CurrentCaller(), Clock.systemUTC()),
        event,
        real.afterCommit(),
        Clock.systemUTC());
  }

  /** Values with a French and an English label each: {@code "rouge", "red", ...}. */
  public static AttributeInput input(String type, boolean several, String... labels) {
    AttributeInput.Value[] values = new AttributeInput.Value[labels.length / 2];
    for (int index = 0; index < values.length; index++) {
      values[index] =
          new AttributeInput.Value(null, Texts.of(labels[2 * index], labels[2 * index + 1]));
    }
    return new AttributeInput(
        Texts.of("Nom", "Name"), null, type, null, several, true, List.of(values));
  }

  static List<String> codes(AttributeView attribute) {
    return attribute.values().stream().map(AttributeValue::code).toList();
  }
}
