package org.halles.marketplace.importing;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.halles.marketplace.shared.Texts;

/** What the platform itself finds wrong in a file, in the words of those who read it. */
final class Complaints {

  private static final Pattern UNKNOWN_PLACE =
      Pattern.compile("is none of your stock places: (?:use (.*)|.*)");

  private Complaints() {}

  static ImportProblem price(int row, String column, String value, String currency) {
    return error(
        row,
        column,
        value,
        "n’est pas un montant en " + currency,
        "écrivez par exemple 12.90",
        "is no amount in " + currency,
        "write it like 12.90");
  }

  static ImportProblem noPrice(int row, String column) {
    return error(
        row,
        column,
        null,
        "le prix manque",
        "donnez un prix à chaque variante",
        "the price is missing",
        "give each variant a price");
  }

  static ImportProblem steps(int row, String column, String value) {
    return error(
        row,
        column,
        value,
        "n’est pas une suite de paliers : les quantités montent, les prix baissent",
        "écrivez par exemple 10:4.50 100:3.90, ou none pour aucun palier",
        "is no ladder of prices: quantities rise, prices fall",
        "write it like 10:4.50 100:3.90, or none for no steps");
  }

  static ImportProblem places(int row, String column, String value) {
    return error(
        row,
        column,
        value,
        "ne dit pas combien d’unités se trouvent où",
        "écrivez par exemple atelier:3 reserve:12, avec les codes de vos lieux de stock",
        "does not say how many units lie where",
        "write it like atelier:3 reserve:12, with the codes of your stock places");
  }

  static ImportProblem placesCount(int row, String column, String value) {
    return notice(
        row,
        column,
        value,
        "n’est pas la somme des lieux de stock : ce sont les lieux qui comptent",
        "pour changer le total seulement, videz la cellule des lieux",
        "is not the sum of the stock places: the places count",
        "to change the sum only, empty the cell of the places");
  }

  static ImportProblem unknownPlace(int row, String place) {
    return error(
        row,
        "place",
        place,
        "aucun de vos lieux de stock ne porte ce code",
        "prenez un code de la page des lieux de stock, ou laissez la cellule vide",
        "none of your stock places has this code",
        "take a code from the page of stock places, or leave the cell empty");
  }

  static ImportProblem stepsAbovePrice(int row, String price) {
    return error(
        row,
        "price",
        price,
        "n’est pas au-dessus des prix par quantité de l’offre",
        "donnez aussi la colonne price_breaks",
        "is not above what the offer asks for larger quantities",
        "give the column price_breaks too");
  }

  static ImportProblem whole(int row, String column, String value) {
    return error(
        row,
        column,
        value,
        "n’est pas un nombre entier",
        "écrivez par exemple 12",
        "is no whole number",
        "write it like 12");
  }

  static ImportProblem yesOrNo(int row, String column, String value) {
    return error(
        row,
        column,
        value,
        "n’est ni oui ni non",
        "écrivez true ou false",
        "is neither yes nor no",
        "write true or false");
  }

  static ImportProblem noSku(int row, String column) {
    return error(
        row,
        column,
        null,
        "le SKU manque",
        "donnez le SKU de la variante",
        "the SKU is missing",
        "give the variant's SKU");
  }

  static ImportProblem unknownSku(int row, String sku) {
    return error(
        row,
        "sku",
        sku,
        "aucune de vos offres ne porte ce SKU",
        "importez d’abord l’article, ou corrigez le SKU",
        "none of your offers has this SKU",
        "import the article first, or correct the SKU");
  }

  static ImportProblem otherCurrency(int row, String currency) {
    return error(
        row,
        "currency",
        currency,
        "l’offre est dans une autre devise",
        "gardez la devise de l’offre, ou modifiez l’annonce",
        "the offer is in another currency",
        "keep the offer's currency, or edit the listing");
  }

  static ImportProblem noVariant(int row) {
    return error(
        row,
        "",
        null,
        "l’article n’a aucune variante que l’on puisse acheter",
        "donnez-lui au moins un SKU et un prix, ou ajoutez ses variantes au fichier",
        "the article has no variant that can be bought",
        "give it a SKU and a price at least, or add its variants to the file");
  }

  static ImportProblem noTitle(int row, String column) {
    return error(
        row,
        column,
        null,
        "le titre manque",
        "donnez un titre à la première ligne de l’article",
        "the title is missing",
        "give the article's first row a title");
  }

  static ImportProblem twice(int row, String column, String sku) {
    return error(
        row,
        column,
        sku,
        "ce SKU figure deux fois dans l’article",
        "donnez à chaque variante un SKU qui lui soit propre",
        "this SKU is in the article twice",
        "give each variant a SKU of its own");
  }

  static ImportProblem severalListings(int row, String column, String sku) {
    return error(
        row,
        column,
        sku,
        "les SKU de cet article appartiennent à plusieurs de vos annonces",
        "séparez-les dans le fichier comme ils le sont sur votre étal",
        "the SKUs of this article belong to several of your listings",
        "keep them apart in the file as they are on your stall");
  }

  static ImportProblem category(int row, String column, String value, String slug) {
    return notice(
        row,
        column,
        value,
        "cette catégorie n’existe pas ici : l’annonce va dans « " + slug + " »",
        "associez-la à une catégorie et relancez l’import",
        "there is no such category here: the listing goes to '" + slug + "'",
        "map it to a category and import again");
  }

  static ImportProblem oversold(int row, String column, String value) {
    return notice(
        row,
        column,
        value,
        "un stock négatif compte pour zéro",
        "",
        "a stock below zero counts as zero",
        "");
  }

  static ImportProblem picture(int row, String column, String address, String why, String french) {
    return notice(
        row,
        column,
        address,
        "l’image n’a pas été reprise : " + french,
        "ajoutez-la à l’annonce, ou corrigez l’adresse et relancez l’import",
        "the picture was not taken over: " + why,
        "add it to the listing, or correct the address and import again");
  }

  static ImportProblem pictureToCome(int row, String column, String address) {
    return notice(
        row,
        column,
        address,
        "l’image sera cherchée à cette adresse quand vous lancerez l’import",
        "",
        "the picture will be fetched from this address when you start the import",
        "");
  }

  static ImportProblem notPublished(int row, String why) {
    return notice(
        row,
        "",
        null,
        "l’annonce est un brouillon : elle n’a pas pu être soumise (" + why + ")",
        "ouvrez-la et soumettez-la",
        "the listing is a draft: it could not be handed in (" + why + ")",
        "open it and hand it in");
  }

  /** What the catalogue says of a field, which it says in English. */
  static ImportProblem refused(int row, String column, String value, String message) {
    int colon = message.indexOf(": ");
    String what = colon < 0 ? message : message.substring(0, colon);
    String fix = colon < 0 ? "" : message.substring(colon + 2);
    return new ImportProblem(true, row, column, value, new Texts(Map.of("en", what)), english(fix));
  }

  /** The same of what lies at places, in both languages: vendors write those cells by hand. */
  static ImportProblem refusedPlace(int row, String column, String value, String message) {
    Matcher unknown = UNKNOWN_PLACE.matcher(message);
    if (!unknown.matches()) {
      return refused(row, column, value, message);
    }
    String codes = unknown.group(1);
    return error(
        row,
        column,
        value,
        "n’est aucun de vos lieux de stockage",
        codes == null ? "créez d’abord un lieu de stock" : "utilisez " + codes,
        "is none of your stock places",
        codes == null ? "name a stock place first" : "use " + codes);
  }

  private static Texts english(String text) {
    return text.isEmpty() ? Texts.NONE : new Texts(Map.of("en", text));
  }

  static ImportProblem error(
      int row, String column, String value, String fr, String frFix, String en, String enFix) {
    return new ImportProblem(true, row, column, value, Texts.of(fr, en), Texts.of(frFix, enFix));
  }

  private static ImportProblem notice(
      int row, String column, String value, String fr, String frFix, String en, String enFix) {
    return new ImportProblem(false, row, column, value, Texts.of(fr, en), Texts.of(frFix, enFix));
  }
}
