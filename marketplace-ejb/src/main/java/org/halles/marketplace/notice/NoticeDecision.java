package org.halles.marketplace.notice;

/**
 * What an operator decides about a notice.
 *
 * @param restriction {@code none}, {@code listing-removed}, {@code vendor-suspended} or, of what a
 *     buyer asks for, {@code request-removed}
 * @param facts what was found
 * @param ground {@code illegal}, {@code terms} or {@code none}
 * @param groundReference the law or the clause, and why it applies; not needed for {@code none}
 * @param automated true if automated means helped to find it
 */
public record NoticeDecision(
    String restriction, String facts, String ground, String groundReference, Boolean automated) {}
