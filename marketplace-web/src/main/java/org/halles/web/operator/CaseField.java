package org.halles.web.operator;

import java.util.List;

/**
 * One field of a case, before and after.
 *
 * @param label as people read it
 * @param before in runs; empty where there was nothing
 * @param after in runs
 * @param pictures true if the texts are media ids to be shown
 */
public record CaseField(
    String label,
    List<TextDiff.Run> before,
    List<TextDiff.Run> after,
    boolean changed,
    boolean pictures) {}
