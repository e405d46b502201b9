package dev.toolwire.lab.report;

import dev.toolwire.lab.judge.JudgedRun;
import dev.toolwire.lab.judge.Reason;
import dev.toolwire.lab.judge.Reason.Weight;
import dev.toolwire.lab.judge.Verdict.Grade;
import dev.toolwire.lab.stats.Cell;
import dev.toolwire.lab.stats.Comparison;
import dev.toolwire.lab.stats.ModelSummary;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// A comparison as JUnit XML: a test suite for each model, a test case for each run. A run that
/// failed is a failure, with its reasons; one that broke for reasons that are not the model's is
/// skipped, with the cause.
///
/// The members are those that build servers agree on
/// ([llg.cubic.org](https://llg.cubic.org/docs/junit/)).
public final class JUnitReport {

  private final XMLStreamWriter xml;

  private JUnitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  public static String of(Comparison comparison) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      new JUnitReport(xml).write(comparison);
      xml.close();
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("XML cannot be written to memory", impossible);
    }
    return out.append('\n').toString();
  }

  private void write(Comparison comparison) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine(0);
    xml.writeStartElement("testsuites");
    counts(comparison.runs());
    for (ModelSummary model : comparison.models()) {
      suite(
          model.model(),
          comparison.cells().stream().filter(cell -> cell.model().equals(model.model())).toList());
    }
    newLine(0);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String model, List<Cell> cells) throws XMLStreamException {
    newLine(1);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", model);
    counts(cells.stream().flatMap(cell -> cell.runs().stream()).toList());
    for (Cell cell : cells) {
      for (JudgedRun run : cell.runs()) {
        test(run);
      }
    }
    newLine(1);
    xml.writeEndElement();
  }

  private void counts(List<JudgedRun> runs) throws XMLStreamException {
    xml.writeAttribute("tests", Integer.toString(runs.size()));
    xml.writeAttribute("failures", count(runs, Grade.FAILED));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", count(runs, Grade.UNJUDGED));
    xml.writeAttribute(
        "time",
        seconds(
            runs.stream().map(run -> run.run().latency()).reduce(Duration.ZERO, Duration::plus)));
  }

  private static String count(List<JudgedRun> runs, Grade grade) {
    return Long.toString(runs.stream().filter(run -> run.verdict().grade() == grade).count());
  }

  private void test(JudgedRun run) throws XMLStreamException {
    newLine(2);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", run.run().model());
    xml.writeAttribute("name", run.run().scenario() + ", trial " + run.run().trial());
    xml.writeAttribute("time", seconds(run.run().latency()));
    switch (run.verdict().grade()) {
      case PASSED -> {}
      case FAILED -> failure(run.verdict().reasons(Weight.FAILURE));
      case UNJUDGED -> skipped(run.verdict().reasons());
    }
    xml.writeEndElement();
  }

  private void failure(List<Reason> reasons) throws XMLStreamException {
    xml.writeStartElement("failure");
    xml.writeAttribute("type", reasons.getFirst().kind().name().toLowerCase(Locale.ROOT));
    xml.writeAttribute("message", printable(reasons.getFirst().words()));
    xml.writeCharacters(
        printable(reasons.stream().map(Reason::words).collect(Collectors.joining("\n"))));
    xml.writeEndElement();
  }

  private void skipped(List<Reason> reasons) throws XMLStreamException {
    xml.writeEmptyElement("skipped");
    xml.writeAttribute(
        "message",
        printable(reasons.stream().map(Reason::words).collect(Collectors.joining("; "))));
  }

  /// Characters that XML 1.0 has no form for would make the whole file unreadable.
  private static String printable(String text) {
    return text.codePoints()
        .map(c ->
            c == '\n'
                    || c == '\t'
                    || (c >= 0x20 && c < 0xD800)
                    || (c > 0xDFFF && c < 0xFFFE)
                    || c > 0xFFFF
                ? c
                : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }

  private void newLine(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
