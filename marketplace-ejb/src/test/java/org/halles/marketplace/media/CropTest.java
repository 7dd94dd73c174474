package org.halles.marketplace.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CropTest {

  private static final Picture WIDE = new Picture("a", "image/png", 1, 400, 200);

  @Test
  void aFrameIsAsLargeAsFitsAndStandsWhereItWasMoved() {
    assertThat(Crop.framed(WIDE, 1, 1, 100, 50, 50, 1_600))
        .isEqualTo(new Crop(100, 0, 200, 200, 1_600));
    assertThat(Crop.framed(WIDE, 1, 1, 100, 0, 50, 1_600).left()).isZero();
    assertThat(Crop.framed(WIDE, 1, 1, 100, 100, 50, 1_600).left()).isEqualTo(200);
  }

  @Test
  void zoomingTakesASmallerPart() {
    assertThat(Crop.framed(WIDE, 1, 1, 200, 100, 100, 1_600))
        .isEqualTo(new Crop(300, 100, 100, 100, 1_600));
    assertThat(Crop.framed(WIDE, 4, 1, 200, 50, 50, 1_600))
        .isEqualTo(new Crop(100, 75, 200, 50, 1_600));
  }

  @Test
  void aFrameNeverReachesOverTheEdgeWhateverIsSent() {
    assertThat(Crop.framed(WIDE, 1, 1, -5, -1, 9_999, 1_600))
        .isEqualTo(new Crop(0, 0, 200, 200, 1_600));
    assertThat(Crop.framed(WIDE, 1, 1, 9_999, 50, 50, 1_600).width()).isEqualTo(50);
  }

  @Test
  void aPictureOfOnePixelStaysOne() {
    Picture dot = new Picture("a", "image/png", 1, 1, 1);

    assertThat(Crop.framed(dot, 4, 1, 400, 50, 50, 1_600)).isEqualTo(new Crop(0, 0, 1, 1, 1_600));
  }
}
