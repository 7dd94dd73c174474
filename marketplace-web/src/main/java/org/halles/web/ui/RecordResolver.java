package org.halles.web.ui;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotFoundException;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets pages read the components of a record as properties: {@code #{order.number}}. Expression
 * Language 6 does this by itself; the one of this server does not yet.
 */
public class RecordResolver extends ELResolver {

  private static final ClassValue<Map<String, Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .collect(Collectors.toUnmodifiableMap(Method::getName, Function.identity()));
        }
      };

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    try {
      return accessor.invoke(base);
    } catch (InvocationTargetException thrown) {
      throw new ELException(thrown.getCause());
    } catch (IllegalAccessException hidden) {
      throw new ELException(base.getClass() + " is not public", hidden);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    Method accessor = accessor(base, property);
    if (accessor == null) {
      return null;
    }
    context.setPropertyResolved(base, property);
    return accessor.getReturnType();
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (accessor(base, property) != null) {
      throw new PropertyNotWritableException(property + " of a record cannot be written");
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    boolean known = accessor(base, property) != null;
    context.setPropertyResolved(known);
    return known;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  /** The accessor, or null where others should look: at bean properties such as getters. */
  private static Method accessor(Object base, Object property) {
    if (!(base instanceof Record) || property == null) {
      return null;
    }
    Method accessor = ACCESSORS.get(base.getClass()).get(property.toString());
    if (accessor == null && !hasGetter(base, property.toString())) {
      throw new PropertyNotFoundException(base.getClass().getName() + " has no " + property);
    }
    return accessor;
  }

  private static boolean hasGetter(Object base, String property) {
    if (property.isEmpty()) {
      return false;
    }
    String name = Character.toUpperCase(property.charAt(0)) + property.substring(1);
    return Arrays.stream(base.getClass().getMethods())
        .map(Method::getName)
        .anyMatch(method -> method.equals("get" + name) || method.equals("is" + name));
  }
}
