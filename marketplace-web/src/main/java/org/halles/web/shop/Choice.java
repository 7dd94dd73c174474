package org.halles.web.shop;

/**
 * Something to choose by a link.
 *
 * @param count of what remains then, or null where it is not counted
 * @param on true if it is chosen already
 */
public record Choice(String label, String href, Long count, boolean on) {}
