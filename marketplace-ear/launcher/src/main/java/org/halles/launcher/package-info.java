/**
 * What the {@code halles} command does: it keeps the embedded PostgreSQL and the server running
 * together, and holds the programs that use a running marketplace through its public HTTP contract
 * as any stranger would (replay, bench, books).
 *
 * <p>Nothing here depends on the marketplace's own classes.
 */
package org.halles.launcher;
