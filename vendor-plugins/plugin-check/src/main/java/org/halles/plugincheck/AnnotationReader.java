package org.halles.plugincheck;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;

/** Finds which elements of annotations a class gives values to: the constants do not tell. */
final class AnnotationReader {

  private static final String ANNOTATIONS = "RuntimeVisibleAnnotations";
  private static final String RECORD = "Record";

  private final ConstantPool pool;
  private final Set<Member> found;

  /**
   * @param found where the elements are put, as methods without their type: {@code decimal()}
   */
  AnnotationReader(ConstantPool pool, Set<Member> found) {
    this.pool = pool;
    this.found = found;
  }

  /** Reads the attributes of a class, a field, a method or a component of a record. */
  void readAll(DataInputStream in) throws IOException {
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      String name = pool.text(in.readUnsignedShort());
      byte[] content = in.readNBytes(in.readInt());
      DataInputStream inside = new DataInputStream(new ByteArrayInputStream(content));
      switch (name) {
        case ANNOTATIONS -> annotations(inside);
        case RECORD -> components(inside);
        default -> {}
      }
    }
  }

  private void components(DataInputStream in) throws IOException {
    int components = in.readUnsignedShort();
    for (int i = 0; i < components; i++) {
      in.skipNBytes(4);
      readAll(in);
    }
  }

  private void annotations(DataInputStream in) throws IOException {
    int annotations = in.readUnsignedShort();
    for (int i = 0; i < annotations; i++) {
      annotation(in);
    }
  }

  private void annotation(DataInputStream in) throws IOException {
    String type = pool.text(in.readUnsignedShort());
    String owner = type.substring(1, type.length() - 1).replace('/', '.');
    int elements = in.readUnsignedShort();
    for (int i = 0; i < elements; i++) {
      found.add(new Member(owner, pool.text(in.readUnsignedShort()) + "()"));
      value(in);
    }
  }

  private void value(DataInputStream in) throws IOException {
    switch (in.readUnsignedByte()) {
      case 'e' -> in.skipNBytes(4);
      case '@' -> annotation(in);
      case '[' -> {
        int values = in.readUnsignedShort();
        for (int i = 0; i < values; i++) {
          value(in);
        }
      }
      default -> in.skipNBytes(2);
    }
  }
}
