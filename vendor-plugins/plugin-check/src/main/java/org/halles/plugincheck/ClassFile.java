package org.halles.plugincheck;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What a compiled class tells without being loaded.
 *
 * @param release the Java release it needs, such as 17
 * @param names every text in its constant pool: class names, descriptors and strings
 */
record ClassFile(int release, Set<String> names) {

  private static final int MAGIC = 0xCAFEBABE;
  private static final int RELEASE_0 = 44;

  /**
   * @throws IOException if these bytes are no class file
   */
  static ClassFile read(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("it does not begin like a class file");
      }
      in.readUnsignedShort();
      int release = in.readUnsignedShort() - RELEASE_0;
      Set<String> names = new HashSet<>();
      int constants = in.readUnsignedShort();
      for (int index = 1; index < constants; index++) {
        index += readConstant(in, names);
      }
      return new ClassFile(release, names);
    }
  }

  /** Answers how many further places the constant takes: one for the wide ones. */
  private static int readConstant(DataInputStream in, Set<String> names) throws IOException {
    int tag = in.readUnsignedByte();
    switch (tag) {
      case 1 -> names.add(in.readUTF());
      case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
      case 5, 6 -> in.skipNBytes(8);
      case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
      case 15 -> in.skipNBytes(3);
      default -> throw new IOException("constant of the unknown kind " + tag);
    }
    return tag == 5 || tag == 6 ? 1 : 0;
  }
}
