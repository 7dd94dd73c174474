package org.halles.launcher.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.halles.launcher.Refusal;

/** A CSV file with a header line, as RFC 4180 describes it: values may be quoted and span lines. */
final class CsvTable {
  private final Path file;
  private final PushbackReader in;

  private CsvTable(Path file, PushbackReader in) {
    this.file = file;
    this.in = in;
  }

  /** All rows by the header's names; refused if one of the named columns is missing. */
  static List<Map<String, String>> read(Path file, String... columns) throws IOException {
    if (!Files.isReadable(file)) {
      throw new Refusal("%s is missing or not readable.", file);
    }
    try (BufferedReader reader = Files.newBufferedReader(file);
        PushbackReader in = new PushbackReader(reader)) {
      return new CsvTable(file, in).rows(columns);
    }
  }

  private List<Map<String, String>> rows(String... columns) throws IOException {
    List<String> header = record();
    for (String column : columns) {
      if (!header.contains(column)) {
        throw new Refusal("%s has no column \"%s\"; it has %s.", file, column, header);
      }
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> values = record(); !values.isEmpty(); values = record()) {
      if (values.size() != header.size()) {
        throw new Refusal(
            "%s, row %d has %d values, not %d.",
            file, rows.size() + 2, values.size(), header.size());
      }
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(header.get(i), values.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The next record; empty at the end of the file. */
  private List<String> record() throws IOException {
    List<String> values = new ArrayList<>();
    int next = in.read();
    if (next == '\uFEFF') {
      next = in.read();
    }
    while (next != -1) {
      in.unread(next);
      values.add(value());
      next = in.read();
      if (next == '\r') {
        next = in.read();
      }
      if (next != ',') {
        return values;
      }
      next = in.read();
      if (next == -1 || next == '\n') {
        values.add("");
        return values;
      }
    }
    return values;
  }

  private String value() throws IOException {
    int next = in.read();
    if (next == '"') {
      return quoted();
    }
    StringBuilder text = new StringBuilder();
    while (next != -1 && next != ',' && next != '\n' && next != '\r') {
      text.append((char) next);
      next = in.read();
    }
    if (next != -1) {
      in.unread(next);
    }
    return text.toString();
  }

  private String quoted() throws IOException {
    StringBuilder text = new StringBuilder();
    while (true) {
      int next = in.read();
      if (next == -1) {
        throw new Refusal("%s ends within a quoted value.", file);
      }
      if (next == '"') {
        next = in.read();
        if (next != '"') {
          if (next != -1) {
            in.unread(next);
          }
          return text.toString();
        }
      }
      text.append((char) next);
    }
  }
}
