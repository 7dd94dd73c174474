package org.halles.plugincheck;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a compiled class tells without being loaded.
 *
 * @param release the Java release it needs, such as 17
 * @param parents the class and the interfaces it is made from
 * @param names every text in its constant pool: class names, descriptors and strings
 * @param classes the classes it names where it runs, by name
 * @param members the fields and methods of others it uses, elements of annotations included
 * @param own what it declares itself, as signatures
 */
record ClassFile(
    int release,
    List<String> parents,
    Set<String> names,
    Set<String> classes,
    Set<Member> members,
    Set<String> own) {

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
      ConstantPool pool = ConstantPool.read(in);
      in.skipNBytes(4);
      List<String> parents = parents(in, pool);
      Set<Member> members = new HashSet<>(pool.members());
      AnnotationReader annotations = new AnnotationReader(pool, members);
      Set<String> own = new HashSet<>(declared(in, pool, annotations, ":"));
      own.addAll(declared(in, pool, annotations, ""));
      annotations.readAll(in);
      return new ClassFile(release, parents, pool.texts(), pool.classes(), members, own);
    } catch (IndexOutOfBoundsException broken) {
      throw new IOException("its constants do not fit together", broken);
    }
  }

  private static List<String> parents(DataInputStream in, ConstantPool pool) throws IOException {
    List<String> parents = new ArrayList<>(List.of(pool.className(in.readUnsignedShort())));
    int interfaces = in.readUnsignedShort();
    for (int i = 0; i < interfaces; i++) {
      parents.add(pool.className(in.readUnsignedShort()));
    }
    return parents;
  }

  private static Set<String> declared(
      DataInputStream in, ConstantPool pool, AnnotationReader annotations, String between)
      throws IOException {
    Set<String> declared = new HashSet<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.readUnsignedShort();
      String name = pool.text(in.readUnsignedShort());
      declared.add(name + between + pool.text(in.readUnsignedShort()));
      annotations.readAll(in);
    }
    return declared;
  }
}
