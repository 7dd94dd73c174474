package org.halles.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.halles.marketplace.shared.FileMediaStore;
import org.halles.marketplace.shared.NotFound;
import org.halles.marketplace.shared.RealDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {

  @TempDir Path folder;

  private FileMediaStore store;
  private Pictures pictures;

  @BeforeEach
  void openTheDoor() {
    store = new FileMediaStore(folder);
    pictures = new Pictures(store, RealDatabase.get().database(), Clock.systemUTC());
  }

  @Test
  void aPhotographIsMadeSmallerAndKeptAsJpeg() {
    Picture kept = keep(Samples.jpeg(5_000, 2_500));

    assertThat(kept.contentType()).isEqualTo("image/jpeg");
    assertThat(kept.width()).isEqualTo(2_000);
    assertThat(kept.height()).isEqualTo(1_000);
    assertThat(pictures.find(kept.id())).contains(kept);
    assertThat(kept.bytes()).isEqualTo(content(kept).length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small.webp", "lossless.webp"})
  void aWebpPictureIsRead(String name) {
    Picture kept = keep(Samples.file(name));

    assertThat(kept.width()).isEqualTo(60);
    assertThat(kept.height()).isEqualTo(40);
    assertThat(near(pixels(kept).getRGB(20, 20), Samples.SAFFRON)).isTrue();
  }

  @Test
  void aDrawingStaysSharpAndWhatIsTransparentStaysSo() {
    assertThat(keep(Samples.png(300, 200)).contentType()).isEqualTo("image/png");
    assertThat(keep(Samples.gif(300, 200)).contentType()).isEqualTo("image/png");
    assertThat(pixels(keep(Samples.transparentPng(30, 20))).getRGB(3, 3) >>> 24).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, left",
    "2, right",
    "3, right",
    "4, left",
    "5, top",
    "6, top",
    "7, bottom",
    "8, bottom"
  })
  void aPhotographIsShownAsItWasSeenAndForgetsWhereItWasTaken(int orientation, String saffron) {
    Picture kept = keep(Samples.photograph(80, 40, orientation));

    BufferedImage shown = pixels(kept);
    boolean standing = orientation > 4;
    assertThat(shown.getWidth()).isEqualTo(standing ? 40 : 80);
    int across = shown.getWidth() / 2;
    int down = shown.getHeight() / 2;
    int colour =
        switch (saffron) {
          case "left" -> shown.getRGB(10, down);
          case "right" -> shown.getRGB(70, down);
          case "top" -> shown.getRGB(across, 10);
          default -> shown.getRGB(across, 70);
        };
    assertThat(near(colour, Samples.SAFFRON)).isTrue();
    assertThat(new String(content(kept), StandardCharsets.ISO_8859_1)).doesNotContain("GPS");
  }

  @Test
  void theSamePictureIsKeptOnce() {
    assertThat(keep(Samples.jpeg(50, 50)).id()).isEqualTo(keep(Samples.jpeg(50, 50)).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "<html><script>alert(1)</script></html>",
        "PK\u0003\u0004 a zip",
        "%PDF-1.7",
        "GIF8",
        "RIFF....AVI "
      })
  void whatIsNoPictureIsRefusedWhateverItIsCalled(String text) {
    refuses(text.getBytes(StandardCharsets.ISO_8859_1), "picture-unknown-format");
  }

  @Test
  void anEmptyFileIsRefused() {
    refuses(new byte[0], "picture-empty");
  }

  @Test
  void aFileThatIsTooLargeIsReadNoFurtherThanNeeded() {
    InputStream endless =
        new InputStream() {
          private long given;

          @Override
          public int read() {
            assertThat(++given).isLessThanOrEqualTo(Pictures.LARGEST_FILE + 1L);
            return 0xff;
          }
        };

    assertThatThrownBy(() -> pictures.keep(endless))
        .isInstanceOfSatisfying(
            PictureRefused.class, no -> assertThat(no.code()).isEqualTo("picture-too-large"));
  }

  @ParameterizedTest
  @CsvSource({"50000, 50000", "2147483647, 2147483647", "40000, 2", "30000, 3000"})
  void aFloodOfPixelsIsRefusedBeforeOneIsDecoded(int width, int height) {
    refuses(Samples.pixelFlood(width, height), "picture-too-many-pixels");
  }

  @Test
  void aWebpFrameLargerThanItsCanvasIsRefused() {
    byte[] webp = Samples.file("small.webp").clone();
    int frame = new String(webp, StandardCharsets.ISO_8859_1).indexOf("VP8 ");
    Arrays.fill(webp, frame + 14, frame + 18, (byte) 0x3f);

    refuses(webp, "picture-too-many-pixels");
  }

  @Test
  void aCommentThatWouldUnfoldToMuchIsNotRead() {
    Picture kept = keep(Samples.commentBomb(200));

    assertThat(kept.width()).isEqualTo(20);
    assertThat(kept.bytes()).isLessThan(1_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 20, 120})
  void aPictureThatWasCutOffIsRefusedOrShownInPart(int left) {
    for (byte[] whole :
        new byte[][] {
          Samples.jpeg(40, 40), Samples.png(40, 40), Samples.gif(40, 40), Samples.file("small.webp")
        }) {
      byte[] part = Arrays.copyOf(whole, Math.min(left, whole.length - 1));
      try {
        assertThat(keep(part).width()).isBetween(1, 60);
      } catch (PictureRefused clear) {
        assertThat(clear.code()).isIn("picture-unreadable", "picture-unknown-format");
      }
    }
  }

  @Test
  void nothingButPixelsSurvives() {
    byte[] polyglot = Arrays.copyOf(Samples.jpeg(40, 40), 4_000);
    byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(script, 0, polyglot, 3_900, script.length);

    assertThat(new String(content(keep(polyglot)), StandardCharsets.ISO_8859_1))
        .doesNotContain("script");
  }

  @Test
  void aPartIsCutOutAndTheWholeStays() {
    Picture whole = keep(Samples.png(400, 200));

    Picture part = pictures.crop(whole.id(), new Crop(200, 50, 100, 100, 50));

    assertThat(part.width()).isEqualTo(50);
    assertThat(part.height()).isEqualTo(50);
    assertThat(near(pixels(part).getRGB(25, 25), Samples.GREEN)).isTrue();
    assertThat(pictures.find(whole.id())).isPresent();
  }

  @Test
  void aPartOverTheEdgeIsWhatLiesInside() {
    Picture whole = keep(Samples.png(400, 200));

    Picture part = pictures.crop(whole.id(), new Crop(-50, 150, 9_999, 9_999, 9_999));

    assertThat(part.width()).isEqualTo(400);
    assertThat(part.height()).isEqualTo(50);
    assertThatThrownBy(() -> pictures.crop("0".repeat(64), new Crop(0, 0, 1, 1, 1)))
        .isInstanceOf(NotFound.class);
  }

  private Picture keep(byte[] file) {
    try {
      return pictures.keep(new ByteArrayInputStream(file));
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private void refuses(byte[] file, String code) {
    assertThatThrownBy(() -> keep(file))
        .isInstanceOfSatisfying(PictureRefused.class, no -> assertThat(no.code()).isEqualTo(code));
  }

  private byte[] content(Picture picture) {
    try (InputStream kept = store.open(picture.id()).orElseThrow()) {
      return kept.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private BufferedImage pixels(Picture picture) {
    try {
      return ImageIO.read(new ByteArrayInputStream(content(picture)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean near(int pixel, Color colour) {
    Color shown = new Color(pixel);
    return Math.abs(shown.getRed() - colour.getRed()) < 24
        && Math.abs(shown.getGreen() - colour.getGreen()) < 24
        && Math.abs(shown.getBlue() - colour.getBlue()) < 24;
  }
}
