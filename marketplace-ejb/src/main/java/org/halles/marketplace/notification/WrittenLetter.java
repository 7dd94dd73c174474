package org.halles.marketplace.notification;

import java.util.List;

/** A letter in words. */
record WrittenLetter(String subject, List<LetterBlock> blocks) {

  WrittenLetter {
    blocks = List.copyOf(blocks);
  }
}
