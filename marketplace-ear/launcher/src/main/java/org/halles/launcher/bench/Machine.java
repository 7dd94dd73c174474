package org.halles.launcher.bench;

import java.util.Optional;

/**
 * Where the parts of a running marketplace are found.
 *
 * @param url the database, as JDBC reaches it
 * @param server the server's process, where it runs here
 * @param postgres PostgreSQL's first process, where it runs here
 */
public record Machine(
    String url,
    String user,
    String password,
    Optional<ProcessHandle> server,
    Optional<ProcessHandle> postgres) {}
