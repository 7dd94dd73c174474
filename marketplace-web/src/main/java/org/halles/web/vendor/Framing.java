package org.halles.web.vendor;

import java.io.Serializable;

/** How a picture is placed in its frame while somebody moves it about. */
public class Framing implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int across;
  private final int down;
  private String whole;
  private int zoom = 100;
  private int x = 50;
  private int y = 50;

  Framing(int across, int down) {
    this.across = across;
    this.down = down;
  }

  /** Begins with this picture, in the middle. */
  void begin(String media) {
    whole = media;
    zoom = 100;
    x = 50;
    y = 50;
  }

  /** The picture as it came, or null if none is being placed. */
  public String getWhole() {
    return whole;
  }

  public int getAcross() {
    return across;
  }

  public int getDown() {
    return down;
  }

  public int getZoom() {
    return zoom;
  }

  public void setZoom(int zoom) {
    this.zoom = zoom;
  }

  public int getX() {
    return x;
  }

  public void setX(int x) {
    this.x = x;
  }

  public int getY() {
    return y;
  }

  public void setY(int y) {
    this.y = y;
  }
}
