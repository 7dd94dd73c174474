package org.halles.vendors.boreal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Month;
import java.util.List;
import java.util.Map;
import org.halles.spi.Rate;
import org.halles.spi.RuleProposal;
import org.halles.spi.VendorPlugin;
import org.halles.spi.VendorRegistration;

/** A wood workshop on a Finnish lake. */
@ApplicationScoped
public class AtelierBoreal implements VendorPlugin {

  @Override
  public VendorRegistration registration() {
    return new VendorRegistration(
        "atelier-boreal",
        "Atelier Boréal",
        "FI",
        true,
        "owner@atelier-boreal.example",
        Map.of(
            "fr", "Meubles et ustensiles en bouleau, fendus l’hiver, finis à la main",
            "en", "Furniture and kitchenware in birch, split in winter, finished by hand"),
        Map.of(
            "fr",
            "Nous sommes trois menuisiers au bord du lac Kallavesi. Le bouleau vient de parcelles"
                + " que nous connaissons par leur nom ; il sèche deux ans sous notre toit avant"
                + " de devenir une chaise, une cuillère ou un banc.\n\nRien n’est verni : de"
                + " l’huile de lin, de la cire d’abeille, et la patine que vous y mettrez.",
            "en",
            "We are three joiners on the shore of Lake Kallavesi. The birch comes from plots we"
                + " know by name and dries for two years under our own roof before it becomes a"
                + " chair, a spoon or a bench.\n\nNothing is varnished: linseed oil, beeswax, and"
                + " the patina that you will add."),
        "#1F5A5A");
  }

  @Override
  public List<RuleProposal> proposals() {
    return List.of(
        new RuleProposal(
            SeasonCommission.KIND,
            new SeasonCommission.Terms(
                Rate.percent("12"), Rate.percent("8"), Month.JUNE, Month.AUGUST),
            "L’été, nos meubles d’intérieur se vendent peu : une part plus basse nous garde visibles"
                + " toute l’année.",
            "In summer we hardly sell indoors furniture: a lower share keeps us visible all"
                + " year."));
  }
}
