package org.halles.testkit;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import org.halles.spi.Secret;

/** Looks a configuration through for what must be hidden. */
final class Secrets {

  private Secrets() {}

  /** True if a secret may stand in it, at any depth. */
  static boolean mayStandIn(Type generic) {
    if (generic instanceof ParameterizedType list) {
      return Arrays.stream(list.getActualTypeArguments()).anyMatch(Secrets::mayStandIn);
    }
    return generic == Secret.class
        || generic instanceof Class<?> type
            && type.isRecord()
            && Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> mayStandIn(part.getGenericType()));
  }
}
