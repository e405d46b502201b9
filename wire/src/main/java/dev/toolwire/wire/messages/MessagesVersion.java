package dev.toolwire.wire.messages;

import java.util.Arrays;
import java.util.Optional;

/// A version of the API, as the header `anthropic-version` names it.
///
/// @see <a href="https://platform.claude.com/docs/en/api/versioning">Versions</a>
public enum MessagesVersion {
  V2023_06_01("2023-06-01"),
  /// Refuses `temperature`, `top_p` and `top_k`, documents of the assistant, and citations on the
  /// text of users.
  V2026_10_21("2026-10-21");

  private final String header;

  MessagesVersion(String header) {
    this.header = header;
  }

  /// The version that a header names.
  public static Optional<MessagesVersion> of(String header) {
    return Arrays.stream(values())
        .filter(version -> version.header.equals(header.strip()))
        .findFirst();
  }

  /// What the header says.
  public String header() {
    return header;
  }

  boolean takesSampling() {
    return this == V2023_06_01;
  }

  boolean takesAssistantDocuments() {
    return this == V2023_06_01;
  }

  boolean takesUserCitations() {
    return this == V2023_06_01;
  }

  @Override
  public String toString() {
    return "version " + header;
  }
}
