package org.halles.plugincheck;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The SPI of this platform, asked by the names that compiled classes use. */
final class SpiTypes {

  private static final String SPI = "org.halles.spi.";

  private SpiTypes() {}

  static boolean isSpi(String type) {
    return type.startsWith(SPI);
  }

  static Optional<Class<?>> find(String type) {
    try {
      return Optional.of(Class.forName(type, false, SpiTypes.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return Optional.empty();
    }
  }

  /** The member as its own type declares it: what is asked of a type may be of one above it. */
  static Optional<Member> declaration(Member asked) {
    return find(asked.owner()).flatMap(type -> declaration(type, asked.signature()));
  }

  private static Optional<Member> declaration(Class<?> type, String signature) {
    Optional<Member> here =
        members(type).stream().filter(member -> matches(member, signature)).findFirst();
    if (here.isPresent()) {
      return here;
    }
    return Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()))
        .flatMap(above -> declaration(above, signature).stream())
        .findFirst();
  }

  /** Elements of annotations are asked without their type. */
  private static boolean matches(Member member, String signature) {
    return signature.endsWith("()")
        ? member.signature().startsWith(signature)
        : member.signature().equals(signature);
  }

  /** What the type declares for others. */
  static List<Member> members(Class<?> type) {
    List<Member> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (isForOthers(field.getModifiers()) && !field.isSynthetic()) {
        members.add(
            new Member(type.getName(), field.getName() + ":" + field.getType().descriptorString()));
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isForOthers(method.getModifiers()) && !method.isSynthetic()) {
        members.add(member(method));
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isForOthers(constructor.getModifiers()) && !constructor.isSynthetic()) {
        members.add(
            new Member(
                type.getName(),
                "<init>" + descriptor(void.class, constructor.getParameterTypes())));
      }
    }
    return members;
  }

  /** What whoever implements this type has to bring. */
  static List<Member> duties(Class<?> type) {
    return Stream.of(type.getMethods())
        .filter(method -> Modifier.isAbstract(method.getModifiers()))
        .map(SpiTypes::member)
        .toList();
  }

  private static Member member(Method method) {
    return new Member(
        method.getDeclaringClass().getName(),
        method.getName() + descriptor(method.getReturnType(), method.getParameterTypes()));
  }

  private static String descriptor(Class<?> answer, Class<?>... parameters) {
    return MethodType.methodType(answer, parameters).descriptorString();
  }

  static boolean isForOthers(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
