package org.halles.marketplace.importing;

import java.util.Map;
import org.halles.marketplace.shared.Texts;

/** Why a picture could not be taken over, in the words of those who read the report. */
final class PictureFaults {

  private static final Map<String, Texts> TEXTS =
      Map.of(
          "picture-address-wrong",
          Texts.of(
              "ce n’est pas une adresse d’image qui commence par https://",
              "this is no address of a picture that begins with https://"),
          "picture-address-private",
          Texts.of(
              "l’adresse n’est pas publique, ou son port n’est pas celui du web",
              "the address is not public, or its port is not that of the web"),
          "picture-unreachable",
          Texts.of("personne ne la donne à cette adresse", "nobody gives it at this address"),
          "picture-empty",
          Texts.of("le fichier est vide", "the file is empty"),
          "picture-too-large",
          Texts.of("le fichier dépasse 10 Mo", "the file has more than 10 MB"),
          "picture-unknown-format",
          Texts.of(
              "ce n’est ni du JPEG, ni du PNG, ni du WebP, ni du GIF",
              "it is no JPEG, PNG, WebP or GIF"),
          "picture-too-many-pixels",
          Texts.of("elle a trop de pixels", "it has too many pixels"),
          "picture-unreadable",
          Texts.of("le fichier est abîmé", "the file is damaged"),
          "pictures-busy",
          Texts.of(
              "trop d’images arrivaient en même temps : relancez l’import",
              "too many pictures came in at once: import again"));

  private PictureFaults() {}

  static Texts of(String code) {
    return TEXTS.getOrDefault(code, Texts.of("elle n’a pas pu être lue", "it could not be read"));
  }
}
