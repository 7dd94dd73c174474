package org.halles.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Calls a plugin with a limit for every call, as the marketplace does: one that loops costs its
 * author seconds instead of a build that never ends, and whatever it throws is told with the call
 * it was thrown by. A plugin that did not come back once, or was late again and again, is not
 * called any more: every later test would say the same.
 */
final class Bounded implements InvocationHandler {

  private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(5);
  private static final int LATE_IN_A_ROW = 10;
  private static final String SPI = "org.halles.spi.";

  /** By classes, not their names: two jars may bring one name. */
  private record Called(Class<?> contract, Class<?> plugin, String method) {}

  private static final Map<Called, String> GIVEN_UP = new ConcurrentHashMap<>();
  private static final Map<Called, AtomicInteger> LATE = new ConcurrentHashMap<>();
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "contract");
            thread.setDaemon(true);
            return thread;
          });

  private final Class<?> contract;
  private final Object plugin;
  private final Duration budget;

  private Bounded(Class<?> contract, Object plugin, Duration budget) {
    this.contract = contract;
    this.plugin = plugin;
    this.budget = budget;
  }

  /**
   * The same plugin behind the limit.
   *
   * @param contract the test that asks
   * @param point what the plugin extends
   * @param budget how long one call may take
   */
  static <T> T of(Object contract, Class<T> point, T plugin, Duration budget) {
    return plugin == null ? null : point.cast(around(contract.getClass(), point, plugin, budget));
  }

  private static Object around(Class<?> contract, Class<?> point, Object plugin, Duration budget) {
    Set<Class<?>> points = new LinkedHashSet<>(Set.of(point));
    for (Class<?> type = plugin.getClass(); type != null; type = type.getSuperclass()) {
      Arrays.stream(type.getInterfaces()).filter(Bounded::isOfTheSpi).forEach(points::add);
    }
    return Proxy.newProxyInstance(
        Bounded.class.getClassLoader(),
        points.toArray(Class<?>[]::new),
        new Bounded(contract, plugin, budget));
  }

  private static boolean isOfTheSpi(Class<?> type) {
    return type.isInterface() && !type.isSealed() && type.getName().startsWith(SPI);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return method.invoke(plugin, arguments);
    }
    Called key = new Called(contract, plugin.getClass(), method.getName());
    String before = GIVEN_UP.get(key);
    if (before != null) {
      throw new AssertionError(before);
    }
    Supplier<String> call = () -> "%s() of %s".formatted(method.getName(), name());
    long begin = System.nanoTime();
    Object answer = await(key, call, start(method, arguments), arguments);
    countLate(key, call, Duration.ofNanos(System.nanoTime() - begin));
    return isOfTheSpi(method.getReturnType()) && answer != null
        ? around(contract, method.getReturnType(), answer, budget)
        : answer;
  }

  private Future<Object> start(Method method, Object[] arguments) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return THREADS.submit(
        () -> {
          Thread.currentThread().setContextClassLoader(loader);
          return method.invoke(plugin, arguments);
        });
  }

  private Object await(
      Called key, Supplier<String> call, Future<Object> answer, Object[] arguments) {
    Duration limit = budget.multipliedBy(2);
    limit = limit.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : limit;
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      answer.cancel(true);
      throw giveUp(
          key,
          "%s had no answer after %d s: it loops or waits, and the marketplace gives up after %d ms%s"
              .formatted(call.get(), limit.toSeconds(), budget.toMillis(), with(arguments)));
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw told(
          call.get(),
          cause instanceof InvocationTargetException ? cause.getCause() : cause,
          arguments);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", interrupted);
    }
  }

  private static AssertionError told(String call, Throwable thrown, Object[] arguments) {
    if (thrown instanceof AssertionError broken) {
      return broken;
    }
    return new AssertionError(
        "%s threw %s%s%s"
            .formatted(
                call,
                thrown instanceof StackOverflowError
                    ? "a StackOverflowError: it calls itself without end"
                    : thrown,
                place(thrown),
                with(arguments)),
        thrown);
  }

  /** The first line of the plugin's own that it went through. */
  private static String place(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(
            frame ->
                !frame
                    .getClassName()
                    .matches("(java|javax|jdk|sun|org\\.halles\\.spi|org\\.jboss)\\..*"))
        .findFirst()
        .map(frame -> " (" + frame.getFileName() + ", line " + frame.getLineNumber() + ")")
        .orElse("");
  }

  private void countLate(Called key, Supplier<String> call, Duration taken) {
    AtomicInteger late = LATE.computeIfAbsent(key, first -> new AtomicInteger());
    if (taken.compareTo(budget) <= 0) {
      late.set(0);
    } else if (late.incrementAndGet() > LATE_IN_A_ROW) {
      throw giveUp(
          key,
          "%s took %d ms and was late %d times in a row; the budget is %d ms: answer from memory, without waiting"
              .formatted(call.get(), taken.toMillis(), LATE_IN_A_ROW, budget.toMillis()));
    }
  }

  private static AssertionError giveUp(Called key, String why) {
    GIVEN_UP.put(key, why);
    return new AssertionError(why);
  }

  private String name() {
    Class<?> type = plugin.getClass();
    // a container hands out a class of its own making
    Class<?> own = type.getName().contains("$Proxy$") ? type.getSuperclass() : type;
    return own.getSimpleName().isEmpty() ? own.getName() : own.getSimpleName();
  }

  private static String with(Object[] arguments) {
    if (arguments == null || arguments.length == 0) {
      return "";
    }
    return Arrays.stream(arguments)
        .map(Brief::of)
        .collect(Collectors.joining(" and ", ", asked with ", ""));
  }
}
