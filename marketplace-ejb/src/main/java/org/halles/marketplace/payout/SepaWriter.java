package org.halles.marketplace.payout;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes credit transfers as ISO 20022 demands them: pain.001.001.09. */
final class SepaWriter {

  static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

  private static final int NAME = 70;

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter xml;

  private SepaWriter() throws XMLStreamException {
    xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
  }

  /**
   * @param messageId at most 35 letters
   * @param executeOn when the bank shall carry it out
   */
  static String write(
      String messageId,
      Instant madeAt,
      LocalDate executeOn,
      SepaAccount from,
      List<CreditTransfer> transfers) {
    try {
      SepaWriter writer = new SepaWriter();
      writer.document(messageId, madeAt, executeOn, from, transfers);
      return writer.text.toString();
    } catch (XMLStreamException broken) {
      throw new IllegalStateException("a file of credit transfers cannot be written", broken);
    }
  }

  private void document(
      String messageId,
      Instant madeAt,
      LocalDate executeOn,
      SepaAccount from,
      List<CreditTransfer> transfers)
      throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("Document");
    xml.writeDefaultNamespace(NAMESPACE);
    open("CstmrCdtTrfInitn", "GrpHdr");
    leaf("MsgId", messageId);
    leaf("CreDtTm", madeAt.truncatedTo(ChronoUnit.SECONDS).toString());
    sums(transfers);
    open("InitgPty");
    leaf("Nm", SepaLetters.text(from.holder(), NAME));
    close(2);
    payments(messageId, executeOn, from, transfers);
    close(2);
    xml.writeEndDocument();
    xml.close();
  }

  private void payments(
      String messageId, LocalDate executeOn, SepaAccount from, List<CreditTransfer> transfers)
      throws XMLStreamException {
    open("PmtInf");
    leaf("PmtInfId", messageId);
    leaf("PmtMtd", "TRF");
    leaf("BtchBookg", "true");
    sums(transfers);
    open("PmtTpInf", "SvcLvl");
    leaf("Cd", "SEPA");
    close(2);
    open("ReqdExctnDt");
    leaf("Dt", executeOn.toString());
    close(1);
    party("Dbtr", from.holder(), null);
    account("DbtrAcct", from.iban());
    bank(from.bic());
    leaf("ChrgBr", "SLEV");
    for (CreditTransfer transfer : transfers) {
      transfer(transfer);
    }
    close(1);
  }

  private void transfer(CreditTransfer transfer) throws XMLStreamException {
    open("CdtTrfTxInf", "PmtId");
    leaf("EndToEndId", transfer.number());
    close(1);
    open("Amt");
    xml.writeStartElement("InstdAmt");
    xml.writeAttribute("Ccy", transfer.amount().currency().value());
    xml.writeCharacters(transfer.amount().toDecimal().toPlainString());
    close(2);
    party("Cdtr", transfer.to().holder(), transfer.payee().place());
    account("CdtrAcct", transfer.to().iban());
    open("RmtInf");
    leaf("Ustrd", SepaLetters.text(transfer.words(), 140));
    close(2);
  }

  private void sums(List<CreditTransfer> transfers) throws XMLStreamException {
    BigDecimal sum =
        transfers.stream()
            .map(transfer -> transfer.amount().toDecimal())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    leaf("NbOfTxs", Integer.toString(transfers.size()));
    leaf("CtrlSum", sum.toPlainString());
  }

  private void party(String role, String name, PostalPlace place) throws XMLStreamException {
    open(role);
    leaf("Nm", SepaLetters.text(name, NAME));
    if (place != null) {
      place(place);
    }
    close(1);
  }

  private void place(PostalPlace place) throws XMLStreamException {
    open("PstlAdr");
    if (!place.street().isEmpty()) {
      leaf("StrtNm", SepaLetters.text(place.street(), 70));
    }
    leaf("PstCd", SepaLetters.text(place.postCode(), 16));
    leaf("TwnNm", SepaLetters.text(place.town(), 35));
    leaf("Ctry", place.country());
    close(1);
  }

  private void account(String role, String iban) throws XMLStreamException {
    open(role, "Id");
    leaf("IBAN", iban);
    close(2);
  }

  private void bank(String bic) throws XMLStreamException {
    open("DbtrAgt", "FinInstnId");
    if (bic == null) {
      open("Othr");
      leaf("Id", "NOTPROVIDED");
      close(1);
    } else {
      leaf("BICFI", bic);
    }
    close(2);
  }

  private void open(String... names) throws XMLStreamException {
    for (String name : names) {
      xml.writeStartElement(name);
    }
  }

  private void leaf(String name, String value) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }

  private void close(int count) throws XMLStreamException {
    for (int i = 0; i < count; i++) {
      xml.writeEndElement();
    }
  }
}
