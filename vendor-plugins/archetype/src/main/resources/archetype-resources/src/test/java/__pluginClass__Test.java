package ${package};

import java.util.List;
import org.halles.spi.CommissionRule;
import org.halles.spi.Rate;
import org.halles.testkit.CommissionRuleContract;

class ${pluginClass}Test extends CommissionRuleContract<${pluginClass}.Terms> {

  @Override
  protected CommissionRule<${pluginClass}.Terms> rule() {
    return new ${pluginClass}();
  }

  @Override
  protected List<${pluginClass}.Terms> configurations() {
    return List.of(
        new ${pluginClass}.Terms(Rate.percent("8"), Rate.percent("5")),
        new ${pluginClass}.Terms(Rate.percent("12.5"), null));
  }
}
