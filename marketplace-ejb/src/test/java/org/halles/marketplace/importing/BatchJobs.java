package org.halles.marketplace.importing;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The server's batch jobs, of which a test says how they are. */
final class BatchJobs {

  private final Map<Long, BatchStatus> jobs = new HashMap<>();
  private final List<String> begun = new ArrayList<>();
  private boolean away;

  /** The tables in which jobs are written down do not answer. */
  void away() {
    away = true;
  }

  void back() {
    away = false;
  }

  void end(long job, BatchStatus how) {
    jobs.put(job, how);
  }

  /** The imports of which a job was begun, in order. */
  List<String> begun() {
    return begun;
  }

  JobOperator operator() {
    return fake(
        JobOperator.class,
        (name, arguments) -> {
          if (away) {
            throw new BatchRuntimeException("the job repository does not answer");
          }
          return switch (name) {
            case "start" -> begin((Properties) arguments[1]);
            case "restart" -> begin((Properties) arguments[1]);
            case "getJobExecution" -> execution((Long) arguments[0]);
            default -> throw new UnsupportedOperationException(name);
          };
        });
  }

  private long begin(Properties parameters) {
    begun.add(parameters.getProperty("import"));
    jobs.put((long) begun.size(), BatchStatus.STARTED);
    return begun.size();
  }

  private JobExecution execution(long job) {
    return fake(
        JobExecution.class,
        (name, arguments) -> {
          if (name.equals("getBatchStatus")) {
            return jobs.get(job);
          }
          throw new UnsupportedOperationException(name);
        });
  }

  private interface Answers {
    Object to(String name, Object[] arguments);
  }

  private static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
  }
}
