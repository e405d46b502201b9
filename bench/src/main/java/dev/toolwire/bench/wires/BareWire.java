package dev.toolwire.bench.wires;

import dev.toolwire.bench.loop.BareAnswer;
import java.io.IOException;

/// The words of one wire, written and read without libraries.
interface BareWire {

  String path();

  /// Header lines, each with its end.
  String headers();

  /// Appends one tool.
  void tool(String name, String says, String schema, StringBuilder out);

  /// Appends what else a request says; each member begins with a comma.
  void options(String model, boolean streaming, StringBuilder out);

  BareAnswer whole(String body);

  BareAnswer streamed(BareEvents events) throws IOException;

  /// Runs the tools; appends the answer and their results as messages, each behind a comma.
  void append(BareAnswer answer, StringBuilder messages);
}
