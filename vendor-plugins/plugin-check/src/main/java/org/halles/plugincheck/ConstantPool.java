package org.halles.plugincheck;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The constants of a compiled class: its texts, and the classes and members it names. */
final class ConstantPool {

  private static final int CLASS = 7;
  private static final int FIELD = 9;
  private static final int METHOD_OF_INTERFACE = 11;

  private final int[] kinds;
  private final int[] first;
  private final int[] second;
  private final String[] texts;

  private ConstantPool(int size) {
    this.kinds = new int[size];
    this.first = new int[size];
    this.second = new int[size];
    this.texts = new String[size];
  }

  static ConstantPool read(DataInputStream in) throws IOException {
    ConstantPool pool = new ConstantPool(in.readUnsignedShort());
    for (int index = 1; index < pool.kinds.length; index++) {
      index += pool.readConstant(in, index);
    }
    return pool;
  }

  /** Answers how many further places the constant takes: one for the wide ones. */
  private int readConstant(DataInputStream in, int index) throws IOException {
    int kind = in.readUnsignedByte();
    kinds[index] = kind;
    switch (kind) {
      case 1 -> texts[index] = in.readUTF();
      case 9, 10, 11, 12 -> {
        first[index] = in.readUnsignedShort();
        second[index] = in.readUnsignedShort();
      }
      case 3, 4, 17, 18 -> in.skipNBytes(4);
      case 5, 6 -> in.skipNBytes(8);
      case 7, 8, 16, 19, 20 -> first[index] = in.readUnsignedShort();
      case 15 -> in.skipNBytes(3);
      default -> throw new IOException("constant of the unknown kind " + kind);
    }
    return kind == 5 || kind == 6 ? 1 : 0;
  }

  String text(int index) throws IOException {
    if (index >= texts.length || texts[index] == null) {
      throw new IOException("constant " + index + " is no text");
    }
    return texts[index];
  }

  /**
   * The name of a class, such as {@code java.lang.String}; empty for the one that has no parent.
   */
  String className(int index) throws IOException {
    return index == 0 ? "" : text(first[index]).replace('/', '.');
  }

  Set<String> texts() {
    Set<String> all = new HashSet<>(Arrays.asList(texts));
    all.removeIf(Objects::isNull);
    return all;
  }

  /** The names of the classes it names; those of arrays as they stand in descriptors. */
  Set<String> classes() throws IOException {
    Set<String> classes = new HashSet<>();
    for (int index = 1; index < kinds.length; index++) {
      if (kinds[index] == CLASS) {
        classes.add(className(index));
      }
    }
    return classes;
  }

  /** The fields and methods it reads, writes, calls or hands on. */
  Set<Member> members() throws IOException {
    Set<Member> members = new HashSet<>();
    for (int index = 1; index < kinds.length; index++) {
      if (kinds[index] >= FIELD && kinds[index] <= METHOD_OF_INTERFACE) {
        int named = second[index];
        String type = text(second[named]);
        members.add(
            new Member(
                className(first[index]),
                text(first[named]) + (kinds[index] == FIELD ? ":" : "") + type));
      }
    }
    return members;
  }
}
