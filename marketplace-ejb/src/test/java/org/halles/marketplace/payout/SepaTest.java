package org.halles.marketplace.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.halles.marketplace.checkout.Checkout;
import org.halles.marketplace.identity.Caller;
import org.halles.marketplace.identity.Role;
import org.halles.marketplace.ledger.AccountView;
import org.halles.marketplace.ledger.Balances;
import org.halles.marketplace.onboarding.BankDetails;
import org.halles.marketplace.onboarding.Declared;
import org.halles.marketplace.order.Fulfilment;
import org.halles.marketplace.order.OrderGroupView;
import org.halles.marketplace.order.ShipRequest;
import org.halles.marketplace.payout.CreditTransfer.PayeeFacts;
import org.halles.marketplace.shared.InvalidInput;
import org.halles.marketplace.shared.Paging;
import org.halles.marketplace.shared.PlatformClock;
import org.halles.marketplace.testing.Market;
import org.halles.marketplace.testing.Market.Article;
import org.halles.marketplace.testing.Marketplace;
import org.halles.marketplace.vendor.VendorScope;
import org.halles.marketplace.vendor.VendorScopes;
import org.halles.spi.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A bowl of 20.00 and its shipping of 4.00: 21.60 are the potter's, paid by its bank. */
class SepaTest {

  private static final String IBAN = "FR1420041010050500013M02606";

  private final Payouts payouts = Marketplace.get(Payouts.class);
  private final Aftercare aftercare = Marketplace.get(Aftercare.class);
  private final SepaFiles files = Marketplace.get(SepaFiles.class);
  private final SepaAccounts accounts = Marketplace.get(SepaAccounts.class);
  private final Caller one = finance("one");
  private static final PostalPlace ANGERS =
      PostalPlace.of("2 chemin des Potiers, 49000 Angers", "FR");

  private final Caller two = finance("two");
  private final Article bowl = Market.article(2000, 9);
  private final VendorScope potter = VendorScopes.of(bowl.vendor(), "potter");

  @BeforeEach
  void payByBank() {
    dropProposals();
    use(true);
    Declared.account(bowl.vendor(), "Élodie Müller & Œuvres", "FR14 2004 1010 0505 0001 3M02 606");
    sell(bowl, potter);
  }

  @AfterEach
  void payByGatewayAgain() {
    use(false);
    dropProposals();
  }

  @Test
  void anApprovedRunBecomesAFileThatItsSchemaAcceptsAndEachPayoutIsFollowedToItsEnd()
      throws Exception {
    PayoutRunView run = approved();
    long before = bank();
    Marketplace.get(PayoutSender.class).send();
    assertThat(mine(run).status()).isEqualTo(PayoutStatus.CLAIMED);

    SepaFile file = Marketplace.as(one, () -> files.make(run.id()));
    Document document = valid(content(file));

    assertThat(text(document, "MsgId")).isEqualTo(file.messageId());
    assertThat(text(document, "CtrlSum")).isEqualTo(file.total().toDecimal().toPlainString());
    Element transfer = transferOf(document, mine(run).number());
    assertThat(textIn(transfer, "InstdAmt")).isEqualTo("21.60");
    assertThat(textIn(transfer, "Nm")).isEqualTo("Elodie Muller + OEuvres");
    assertThat(textIn(transfer, "IBAN")).isEqualTo(IBAN);

    Marketplace.as(one, () -> files.sent(file.id()));
    assertThat(mine(run).status()).isEqualTo(PayoutStatus.SENT);
    Marketplace.as(one, () -> aftercare.executed(mine(run).id()));
    assertThat(mine(run).status()).isEqualTo(PayoutStatus.PAID);
    assertThat(bank() - before).isEqualTo(-2160);
    assertThatThrownBy(() -> Marketplace.as(one, () -> aftercare.executed(mine(run).id())))
        .isInstanceOf(WrongPayoutStatus.class);

    Marketplace.as(one, () -> aftercare.returned(mine(run).id(), "account closed"));
    assertThat(bank()).isEqualTo(before);
  }

  @Test
  void whatTheBankRefusesIsTheSamePayoutInTheNextFile() {
    PayoutRunView run = approved();
    SepaFile first = Marketplace.as(one, () -> files.make(run.id()));
    assertThatThrownBy(() -> Marketplace.as(one, () -> files.make(run.id())))
        .isInstanceOf(NothingToTransfer.class);
    Marketplace.as(one, () -> files.sent(first.id()));

    Marketplace.as(one, () -> aftercare.refused(mine(run).id(), "AC04 closed account"));
    assertThat(mine(run).status()).isEqualTo(PayoutStatus.FAILED);
    Marketplace.as(one, () -> aftercare.retry(mine(run).id()));
    SepaFile second = Marketplace.as(one, () -> files.make(run.id()));

    assertThat(content(second)).contains(mine(run).number()).contains(IBAN);
    assertThat(second.messageId()).isNotEqualTo(first.messageId());
    assertThat(Marketplace.as(one, () -> files.of(run.id()))).hasSize(2);
  }

  @Test
  void anotherAccountThanTheOneTwoPersonsAgreedToIsNotPaid() {
    Article loaf = Market.article(500, 9);
    Declared.account(loaf.vendor(), "Baker", "FR14 2004 1010 0505 0001 3M02 606");
    sell(loaf, VendorScopes.of(loaf.vendor(), "baker"));
    PayoutRunView run = approved();
    assertThat(mine(run).accountEnding()).isEqualTo("2606");
    Declared.account(bowl.vendor(), "Somebody Else", "FR76 3000 6000 0112 3456 7890 189");

    SepaFile file = Marketplace.as(one, () -> files.make(run.id()));

    assertThat(content(file)).contains("Baker").doesNotContain("Somebody Else");
    assertThat(mine(run).failureCode()).isEqualTo("account-changed");

    Marketplace.as(one, () -> aftercare.giveUp(mine(run).id(), "Another account"));
    PayoutRunView next = approved();
    assertThat(mine(next).accountEnding()).isEqualTo("0189");
    assertThat(content(Marketplace.as(one, () -> files.make(next.id())))).contains("Somebody Else");
  }

  @Test
  void anotherAccountOfAVendorIsToldByLetterAndPaidToThreeDaysLater() throws Exception {
    Declared.named(bowl.vendor(), "FR14 2004 1010 0505 0001 3M02 606");
    assertThat(heldForItsAccount()).isFalse();
    assertThat(changes()).as("the same account").isZero();

    Declared.named(bowl.vendor(), "FR76 3000 6000 0112 3456 7890 189");

    assertThat(changes()).isEqualTo(1);
    assertThat(heldForItsAccount()).isTrue();
    assertThat(heldInThreeDays()).isFalse();
  }

  @Test
  void anAccountThatWasTakenAwayInBetweenIsNotForgotten() throws Exception {
    Declared.named(bowl.vendor(), null);
    assertThat(changes()).isZero();

    Declared.named(bowl.vendor(), "FR76 3000 6000 0112 3456 7890 189");

    assertThat(changes()).isEqualTo(1);
    assertThat(heldForItsAccount()).isTrue();
    assertThat(heldInThreeDays()).isFalse();
  }

  private boolean heldForItsAccount() {
    dropProposals();
    PayoutRunView run = Marketplace.as(one, payouts::propose);
    return run.heldBack().stream()
        .filter(held -> bowl.vendor().equals(held.vendorId()))
        .anyMatch(held -> held.reason().equals("account-new"));
  }

  private boolean heldInThreeDays() throws Exception {
    return Marketplace.get(PlatformClock.class)
        .at(Instant.now().plus(Duration.ofDays(3)).plusSeconds(60), this::heldForItsAccount);
  }

  private long changes() {
    return Market.count(
        "select count(*) as n from outbox where topic = 'VendorAccountChanged'"
            + " and payload ->> 'vendorId' = ?",
        bowl.vendor().toString());
  }

  @Test
  void whatIsApprovedIsTheAccountThatWasProposed() {
    PayoutRunView run = Marketplace.as(one, payouts::propose);
    Declared.account(bowl.vendor(), "Somebody Else", "FR76 3000 6000 0112 3456 7890 189");

    PayoutRunView decided = Marketplace.as(two, () -> payouts.approve(run.id()));

    assertThat(decided.heldBack())
        .filteredOn(held -> held.slug().endsWith(bowl.vendor().toString().substring(24)))
        .extracting(HeldBack::reason)
        .containsExactly("account-changed");
  }

  @Test
  void whoeverDeclaredNoAccountIsHeldBackAndNamed() {
    Declared.nothing(bowl.vendor());

    PayoutRunView run = Marketplace.as(one, payouts::propose);

    assertThat(run.heldBack())
        .filteredOn(held -> held.slug().endsWith(bowl.vendor().toString().substring(24)))
        .extracting(HeldBack::reason, HeldBack::vendorId)
        .containsExactly(tuple("no-bank-account", bowl.vendor()));
  }

  @Test
  void anAccountThatIsNoneIsRefusedWithEverythingWrong() {
    assertThatThrownBy(
            () ->
                Marketplace.as(
                    one, () -> accounts.settle(new SepaAccount(" ", "FR00", "nobank", true))))
        .isInstanceOfSatisfying(
            InvalidInput.class, refused -> assertThat(refused.violations()).hasSize(3));
  }

  @Test
  void namesAreWrittenInLettersEveryBankTakes() {
    assertThat(SepaLetters.text("  Zoë’s \"Käse\" — 100 % //", 70)).isEqualTo("Zoe's Kase 100");
    assertThat(SepaLetters.text("東京", 70)).isEqualTo("NOTPROVIDED");
    assertThat(SepaLetters.text("a".repeat(80), 70)).hasSize(70);
  }

  @Test
  void aFileOfManyTransfersAddsUpInBothPlaces() throws Exception {
    List<CreditTransfer> transfers =
        List.of(transfer("PO-1", 1), transfer("PO-2", 99999999), transfer("PO-3", 1010));

    String xml =
        SepaWriter.write(
            "HALLES-1",
            Instant.parse("2026-11-22T10:11:12.345Z"),
            LocalDate.of(2026, 11, 23),
            new SepaAccount("Halles SAS", IBAN, "PSSTFRPPXXX", true),
            transfers);

    Document document = valid(xml);
    assertThat(document.getElementsByTagName("CtrlSum").item(0).getTextContent())
        .isEqualTo("1000010.10")
        .isEqualTo(document.getElementsByTagName("CtrlSum").item(1).getTextContent());
    assertThat(text(document, "BICFI")).isEqualTo("PSSTFRPPXXX");
    assertThat(text(document, "CreDtTm")).isEqualTo("2026-11-22T10:11:12Z");
    Element first = transferOf(document, "PO-1");
    assertThat(textIn(first, "StrtNm")).isEqualTo("2 chemin des Potiers");
    assertThat(textIn(first, "PstCd")).isEqualTo("49000");
    assertThat(textIn(first, "TwnNm")).isEqualTo("Angers");
    assertThat(textIn(first, "Ctry")).isEqualTo("FR");
    assertThat(textIn(first, "Ustrd")).isEqualTo("Payout PO-1");
  }

  @Test
  void anAddressThatDoesNotNameItsTownIsLeftOut() {
    assertThat(PostalPlace.of("Quai des Belges\nF-13001 Marseille\nFrance", "FR"))
        .isEqualTo(new PostalPlace("Quai des Belges", "13001", "Marseille", "FR"));
    assertThat(PostalPlace.of("Somewhere by the sea", "FR")).isNull();
    assertThat(PostalPlace.of("12 High Street 4", "GB")).isNull();
    assertThat(PostalPlace.of(null, "FR")).isNull();
  }

  private static CreditTransfer transfer(String number, long minor) {
    return new CreditTransfer(
        number, Money.of(minor, "EUR"), new BankDetails("Ana", IBAN), new PayeeFacts("en", ANGERS));
  }

  /** Valid after the published schema of the message. */
  private static Document valid(String xml) throws Exception {
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(SepaTest.class.getResource("/pain.001.001.09.xsd"))
        .newValidator()
        .validate(new StreamSource(new StringReader(xml)));
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element transferOf(Document document, String number) {
    var transfers = document.getElementsByTagName("CdtTrfTxInf");
    for (int i = 0; i < transfers.getLength(); i++) {
      Element transfer = (Element) transfers.item(i);
      if (textIn(transfer, "EndToEndId").equals(number)) {
        return transfer;
      }
    }
    throw new AssertionError("no transfer for " + number);
  }

  private static String text(Document document, String name) {
    return document.getElementsByTagName(name).item(0).getTextContent();
  }

  private static String textIn(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent();
  }

  private String content(SepaFile file) {
    return new String(Marketplace.as(one, () -> files.content(file.id())), StandardCharsets.UTF_8);
  }

  private PayoutRunView approved() {
    PayoutRunView run = Marketplace.as(one, payouts::propose);
    return Marketplace.as(two, () -> payouts.approve(run.id()));
  }

  private PayoutView mine(PayoutRunView run) {
    return Marketplace.as(one, () -> payouts.get(run.id())).payouts().stream()
        .filter(payout -> payout.vendor().id().equals(bowl.vendor()))
        .findFirst()
        .orElseThrow();
  }

  private void use(boolean bank) {
    Marketplace.as(
        one,
        () ->
            accounts.settle(
                new SepaAccount("Halles SAS", "DE89 3704 0044 0532 0130 00", null, bank)));
  }

  private void dropProposals() {
    Marketplace.asSystem(() -> payouts.runs(Paging.first())).items().stream()
        .filter(PayoutRunView::isProposed)
        .forEach(run -> Marketplace.as(one, () -> payouts.cancel(run.id())));
  }

  private static long bank() {
    return Marketplace.inTransaction(() -> Marketplace.get(Balances.class).at("bank:sepa")).stream()
        .map(AccountView::balance)
        .mapToLong(Money::minor)
        .sum();
  }

  private static void sell(Article article, VendorScope vendor) {
    OrderGroupView order =
        Marketplace.get(Checkout.class).pay(Market.basket(article).pay("approved"));
    Fulfilment fulfilment = Marketplace.get(Fulfilment.class);
    String number = order.vendorOrders().get(0).number();
    UUID parcel =
        Marketplace.asSystem(
                () -> fulfilment.ship(vendor, number, new ShipRequest(List.of(), "La Poste", "1")))
            .id();
    Marketplace.asSystem(() -> fulfilment.delivered(vendor, number, parcel));
  }

  private static Caller finance(String name) {
    return new Caller(UUID.randomUUID(), name + "@it.example", Set.of(Role.FINANCE), null);
  }
}
