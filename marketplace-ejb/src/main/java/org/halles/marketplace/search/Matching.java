package org.halles.marketplace.search;

import java.util.List;

/**
 * How typed words are compared with listings. The ways are tried in this order until one finds
 * something: most searches end with the first.
 */
enum Matching {
  /** Whole words, read as French and as English. */
  EXACT {
    @Override
    String from(Words words, List<Object> parameters) {
      parameters.add(words.typed());
      parameters.add(words.typed());
      return "(select websearch_to_tsquery('halles_fr', as_typed(?))"
          + " || websearch_to_tsquery('halles_en', as_typed(?)) as wanted) q";
    }
  },
  /** The last word may be the beginning of one. */
  BEGINNING {
    @Override
    boolean suits(Words words) {
      return words != null && words.prefix() != null;
    }

    @Override
    String from(Words words, List<Object> parameters) {
      parameters.add(words.head());
      parameters.add(words.prefix());
      return "(select websearch_to_tsquery('halles_fr', as_typed(?))"
          + " && to_tsquery('halles_simple', ? || ':*') as wanted) q";
    }
  },
  /** For typing errors: each word is taken for the one in use that is spelt most alike. */
  ALIKE {
    @Override
    String from(Words words, List<Object> parameters) {
      parameters.add(words.typed());
      return """
      (select websearch_to_tsquery('halles_fr', meant.words)
              || websearch_to_tsquery('halles_en', meant.words) as wanted
         from (select string_agg(coalesce(used.word, typed.word), ' ') as words
                 from regexp_split_to_table(fold(?), '[^[:alnum:]]+') as typed (word)
                 left join lateral (
                   select s.word from search_word s where s.word % typed.word
                    order by similarity(s.word, typed.word) desc, s.word limit 1) used on true)
              meant) q""";
    }
  };

  /** True if it makes sense to try it with these words. */
  boolean suits(Words words) {
    return words != null;
  }

  /** What to join with, named {@code q}. */
  abstract String from(Words words, List<Object> parameters);

  String condition() {
    return "l.search @@ q.wanted";
  }

  /** Of a candidate {@code c}: a whole number, the better the higher. */
  String rank() {
    return "(ts_rank('{0.05, 0.15, 0.4, 1.0}', c.search, c.wanted, 1) * 1000000)::bigint";
  }
}
