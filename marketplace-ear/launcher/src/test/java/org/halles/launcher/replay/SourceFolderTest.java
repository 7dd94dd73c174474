package org.halles.launcher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.halles.launcher.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFolderTest {
  @TempDir Path folder;

  @BeforeEach
  void oneOrderOfTwoSellersPaidInTwoParts() throws IOException {
    write("orders", "order_id,customer_id\no1,c1\n");
    write(
        "customers",
        "customer_id,customer_zip_code_prefix,customer_city,customer_state\nc1,01310,sao paulo,SP\n");
    write(
        "order_items",
        "order_id,product_id,seller_id,price,freight_value\n"
            + "o1,p1,s1,10.50,1.25\no1,p1,s1,10.50,1.25\no1,p2,s2,0.99,0.00\n");
    write("order_payments", "order_id,payment_value\no1,20.00\no1,4.49\n");
  }

  @Test
  void anOrderHasItsItemsAndTheSumOfItsPayments() throws IOException {
    List<SourceOrder> orders = new SourceFolder(folder).orders();
    assertThat(orders).hasSize(1);
    assertThat(orders.get(0).total()).isEqualTo(2449);
    assertThat(orders.get(0).paid()).isEqualTo(2449);
    assertThat(orders.get(0).items()).hasSize(3);
    assertThat(orders.get(0).items().stream().distinct()).hasSize(2);
  }

  @Test
  void anAmountWithAThirdDecimalIsRefusedByItsText() throws IOException {
    write("order_payments", "order_id,payment_value\no1,20.005\n");
    assertThatThrownBy(() -> new SourceFolder(folder).orders())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("20.005");
  }

  @Test
  void anOrderWithoutItemsIsNamed() throws IOException {
    write("orders", "order_id,customer_id\no1,c1\no2,c1\n");
    assertThatThrownBy(() -> new SourceFolder(folder).orders())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("o2");
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Files.delete(folder.resolve("olist_customers_dataset.csv"));
    assertThatThrownBy(() -> new SourceFolder(folder).orders())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("olist_customers_dataset.csv");
  }

  private void write(String table, String content) throws IOException {
    Files.writeString(folder.resolve("olist_" + table + "_dataset.csv"), content);
  }
}
