package org.halles.vendors.lumen;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.halles.plugins.commissions.PercentageCommission;
import org.halles.spi.CommissionProposal.Base;
import org.halles.spi.Money;
import org.halles.spi.Rate;
import org.halles.spi.RuleProposal;
import org.halles.spi.VendorPlugin;
import org.halles.spi.VendorRegistration;

/** A house of candles and lamps in Lyon. */
@ApplicationScoped
public class MaisonLumen implements VendorPlugin {

  private static final PercentageCommission.Terms ELEVEN_PERCENT_UP_TO_25_EUROS =
      new PercentageCommission.Terms(
          Rate.percent("11"), null, null, null, null, Money.of(2_500, "EUR"), Base.GROSS);

  @Override
  public VendorRegistration registration() {
    return new VendorRegistration(
        "maison-lumen",
        "Maison Lumen",
        "FR",
        true,
        "owner@maison-lumen.example",
        Map.of(
            "fr", "Bougies coulées à la main et lampes à garder toute une vie",
            "en", "Hand-poured candles and lamps to keep for a lifetime"),
        Map.of(
            "fr",
            "Dans notre atelier de la Croix-Rousse, nous coulons chaque bougie le matin et la"
                + " laissons reposer dix jours avant de l’allumer. La cire de colza vient de la"
                + " Beauce, les parfums de Grasse, les mèches sont en coton.\n\nNos lampes se"
                + " démontent avec un seul tournevis : chaque pièce se commande, chaque pièce se"
                + " remplace.",
            "en",
            "In our workshop on the Croix-Rousse hill in Lyon we pour every candle in the morning"
                + " and let it rest for ten days before the first flame. The rapeseed wax is grown"
                + " in the Beauce, the scents are made in Grasse, the wicks are cotton.\n\nOur"
                + " lamps come apart with a single screwdriver: every part can be ordered, every"
                + " part can be replaced."),
        "#B4561F");
  }

  @Override
  public List<RuleProposal> proposals() {
    return List.of(
        new RuleProposal(
            "standard.percentage",
            ELEVEN_PERCENT_UP_TO_25_EUROS,
            "Les bougies sont bon marché, les lampes sont chères : une part plafonnée est juste pour"
                + " les deux.",
            "Candles are cheap to sell and lamps are dear: a share with a ceiling keeps both"
                + " fair."));
  }
}
