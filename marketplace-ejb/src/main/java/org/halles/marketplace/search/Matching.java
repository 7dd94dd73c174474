package org.halles.marketplace.search;

import java.util.List;

/**
 * How typed words are compared with listings. {@code EXACT} reads them as French and as English,
 * the last one also as the beginning of a word; {@code ALIKE} compares spelling, for typing errors.
 */
enum Matching {
  EXACT {
    @Override
    String from(Words words, List<Object> parameters) {
      parameters.add(words.typed());
      parameters.add(words.typed());
      if (words.prefix() == null) {
        return "(select websearch_to_tsquery('halles_fr', ?) || websearch_to_tsquery('halles_en', ?)"
            + " as wanted) q";
      }
      parameters.add(words.head());
      parameters.add(words.prefix());
      return "(select websearch_to_tsquery('halles_fr', ?) || websearch_to_tsquery('halles_en', ?)"
          + " || (websearch_to_tsquery('halles_fr', ?)"
          + " && to_tsquery('halles_simple', ? || ':*')) as wanted) q";
    }

    @Override
    String condition() {
      return "l.search @@ q.wanted";
    }

    @Override
    String rank() {
      return "(ts_rank('{0.05, 0.15, 0.4, 1.0}', l.search, q.wanted, 1) * 1000000)::bigint";
    }
  },
  ALIKE {
    @Override
    String from(Words words, List<Object> parameters) {
      parameters.add(words.typed());
      return "(select fold(?) as wanted) q";
    }

    @Override
    String condition() {
      return "q.wanted <% l.search_words";
    }

    @Override
    String rank() {
      return "(word_similarity(q.wanted, l.search_words) * 1000000)::bigint";
    }
  };

  /** What to join with, named {@code q}. */
  abstract String from(Words words, List<Object> parameters);

  abstract String condition();

  /** A whole number, the better the higher. */
  abstract String rank();
}
