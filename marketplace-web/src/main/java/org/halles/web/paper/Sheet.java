package org.halles.web.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A4 sheets written from top to bottom; a new one begins when one is full. */
final class Sheet implements AutoCloseable {

  static final float LEFT = 56;
  static final float RIGHT = PDRectangle.A4.getWidth() - 56;

  private static final float TOP = PDRectangle.A4.getHeight() - 64;
  private static final float BOTTOM = 64;
  private static final float LEADING = 1.4f;
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final PDDocument document = new PDDocument();
  private final PDFont font;
  private PDPageContentStream pen;
  private float y;

  Sheet() throws IOException {
    try (InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
      this.font = PDType0Font.load(document, letters);
    }
  }

  /** Begins a new sheet. */
  void turn() throws IOException {
    if (pen != null) {
      pen.close();
    }
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    pen = new PDPageContentStream(document, page);
    y = TOP;
  }

  /** Makes sure that so much can be written on this sheet; says whether a new one began. */
  boolean room(float height) throws IOException {
    if (y - height < BOTTOM) {
      turn();
      return true;
    }
    return false;
  }

  void down(float space) {
    y -= space;
  }

  float height() {
    return y;
  }

  void back(float to) {
    y = to;
  }

  /** Writes text at x, broken into lines no wider than this, and goes below it. */
  void write(String text, float x, float width, float size) throws IOException {
    for (String line : broken(text, width, size)) {
      room(size * LEADING);
      y -= size * LEADING;
      line(line, x, size);
    }
  }

  /** Writes one line that ends at x, beside what is being written. */
  void end(String text, float x, float size) throws IOException {
    String known = known(text);
    line(known, x - widthOf(known, size), size);
  }

  private void line(String text, float x, float size) throws IOException {
    pen.beginText();
    pen.setFont(font, size);
    pen.newLineAtOffset(x, y);
    pen.showText(text);
    pen.endText();
  }

  /** A thin line across the sheet. */
  void rule() throws IOException {
    y -= 8;
    pen.setLineWidth(0.5f);
    pen.moveTo(LEFT, y);
    pen.lineTo(RIGHT, y);
    pen.stroke();
    y -= 4;
  }

  /** A square to tick, beside what is being written. */
  void box(float x, float size) throws IOException {
    pen.setLineWidth(0.8f);
    pen.addRect(x, y - 1, size, size);
    pen.stroke();
  }

  private List<String> broken(String text, float width, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : known(text).split(" ")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && widthOf(longer, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
        longer = word;
      }
      while (widthOf(longer, size) > width) {
        int fits = fitting(longer, width, size);
        lines.add(longer.substring(0, fits));
        longer = longer.substring(fits);
      }
      line.setLength(0);
      line.append(longer);
    }
    lines.add(line.toString());
    return lines;
  }

  private int fitting(String word, float width, float size) throws IOException {
    int fits = 1;
    while (fits < word.length() && widthOf(word.substring(0, fits + 1), size) <= width) {
      fits++;
    }
    return fits;
  }

  private float widthOf(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /** What the font cannot write is a box in print as well: a letter must not stop the parcel. */
  private String known(String text) {
    StringBuilder known = new StringBuilder();
    text.codePoints()
        .map(letter -> Character.isWhitespace(letter) || letter == 0xA0 ? ' ' : letter)
        .forEach(letter -> known.appendCodePoint(knows(letter) ? letter : '□'));
    return known.toString();
  }

  private boolean knows(int letter) {
    try {
      font.encode(Character.toString(letter));
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Ends the last sheet and writes them all. */
  void to(OutputStream out) throws IOException {
    pen.close();
    document.save(out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
