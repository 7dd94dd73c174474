package org.halles.marketplace.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.halles.marketplace.identity.CurrentCaller;
import org.halles.marketplace.media.ForeignPictures;
import org.halles.marketplace.media.PictureRefused;
import org.halles.marketplace.shared.Texts;

/** Goes for one picture and writes down what came of it. */
@ApplicationScoped
class PictureErrands {

  private static final String UNREACHABLE = "picture-unreachable";

  /** How often a host did not answer during an import: a dead one is not asked for ever. */
  static final class Hosts {

    private static final int PATIENCE = 3;
    private final Map<String, Integer> silent = new ConcurrentHashMap<>();

    boolean isDead(String address) {
      return silent.getOrDefault(of(address), 0) >= PATIENCE;
    }

    void answered(String address) {
      silent.remove(of(address));
    }

    void wasSilent(String address) {
      silent.merge(of(address), 1, Integer::sum);
    }

    private static String of(String address) {
      try {
        return String.valueOf(URI.create(address.strip()).getHost());
      } catch (IllegalArgumentException malformed) {
        return address;
      }
    }
  }

  private ForeignPictures pictures;
  private WantedPictures wanted;
  private CurrentCaller current;

  protected PictureErrands() {}

  @Inject
  PictureErrands(ForeignPictures pictures, WantedPictures wanted, CurrentCaller current) {
    this.pictures = pictures;
    this.wanted = wanted;
    this.current = current;
  }

  void run(Task task, Hosts hosts, String address) {
    if (hosts.isDead(address)) {
      wanted.known(task, address, null, PictureFaults.of(UNREACHABLE));
      return;
    }
    String media = null;
    Texts fault = null;
    try {
      media = current.as(task.caller(), () -> pictures.fetch(address).id());
      hosts.answered(address);
    } catch (PictureRefused refused) {
      fault = PictureFaults.of(refused.code());
      if (refused.code().equals(UNREACHABLE)) {
        hosts.wasSilent(address);
      }
    } catch (RuntimeException ours) {
      throw ours;
    } catch (Exception never) {
      throw new IllegalStateException(never);
    }
    wanted.known(task, address, media, fault);
  }
}
