package org.halles.marketplace.order;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Carriers that are well known here, and where their parcels can be followed. */
public final class Carriers {

  private static final List<String> NAMES =
      List.of(
          "Colissimo",
          "Chronopost",
          "Mondial Relay",
          "Relais Colis",
          "La Poste",
          "DHL",
          "DPD",
          "GLS",
          "UPS",
          "FedEx",
          "bpost",
          "PostNL",
          "Deutsche Post",
          "An Post",
          "Royal Mail");

  /** The parcel's number is put at the end. */
  private static final Map<String, String> TRACKING = new TreeMap<>();

  static {
    String laPoste = "https://www.laposte.fr/outils/suivre-vos-envois?code=";
    TRACKING.put("colissimo", laPoste);
    TRACKING.put("la poste", laPoste);
    TRACKING.put(
        "chronopost", "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT=");
    TRACKING.put("dhl", "https://www.dhl.com/global-en/home/tracking.html?tracking-id=");
    TRACKING.put("dpd", "https://trace.dpd.fr/fr/trace/");
    TRACKING.put("gls", "https://gls-group.com/FR/fr/suivi-colis?match=");
    TRACKING.put("ups", "https://www.ups.com/track?tracknum=");
    TRACKING.put("fedex", "https://www.fedex.com/fedextrack/?trknbr=");
    TRACKING.put("bpost", "https://track.bpost.cloud/btr/web/#/search?itemCode=");
    TRACKING.put("an post", "https://www.anpost.com/Post-Parcels/Track/History?item=");
    TRACKING.put("royal mail", "https://www.royalmail.com/track-your-item#/tracking-results/");
  }

  private Carriers() {}

  /** Names to pick from that contain what was typed; any other may be typed. */
  public static List<String> matching(String typed) {
    String part = typed.strip().toLowerCase(Locale.ROOT);
    return NAMES.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(part)).toList();
  }

  /** Where a parcel can be followed; empty for unknown carriers and parcels without a number. */
  public static Optional<String> tracking(String carrier, String code) {
    if (carrier == null || code == null || code.isBlank()) {
      return Optional.empty();
    }
    return Optional.ofNullable(TRACKING.get(carrier.strip().toLowerCase(Locale.ROOT)))
        .map(address -> address + URLEncoder.encode(code.strip(), StandardCharsets.UTF_8));
  }
}
