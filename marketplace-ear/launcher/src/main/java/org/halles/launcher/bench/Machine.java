package org.halles.launcher.bench;

import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a running marketplace are found.
 *
 * @param url the database, as JDBC reaches it
 * @param servers the servers' processes, where they run here
 * @param postgres PostgreSQL's first process, where it runs here
 */
public record Machine(
    String url,
    String user,
    String password,
    List<ProcessHandle> servers,
    Optional<ProcessHandle> postgres) {}
