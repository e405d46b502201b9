package dev.toolwire.wire.messages;

import java.util.Arrays;
import java.util.Optional;

/// The citations that both Messages and Converse have, and how each calls their parts. The neutral
/// words are Converse's ([dev.toolwire.conversation.Citations]).
enum CitationForm {
  CHARACTERS(
      "char_location",
      "documentChar",
      "document_index",
      "documentIndex",
      "start_char_index",
      "end_char_index",
      "document_title"),
  PAGES(
      "page_location",
      "documentPage",
      "document_index",
      "documentIndex",
      "start_page_number",
      "end_page_number",
      "document_title"),
  CHUNKS(
      "content_block_location",
      "documentChunk",
      "document_index",
      "documentIndex",
      "start_block_index",
      "end_block_index",
      "document_title"),
  SEARCH_RESULT(
      "search_result_location",
      "searchResultLocation",
      "search_result_index",
      "searchResultIndex",
      "start_block_index",
      "end_block_index",
      "title"),
  WEB("web_search_result_location", "web", "", "", "", "", "title");

  private final String type;
  private final String location;
  private final String index;
  private final String neutralIndex;
  private final String start;
  private final String end;
  private final String title;

  CitationForm(
      String type,
      String location,
      String index,
      String neutralIndex,
      String start,
      String end,
      String title) {
    this.type = type;
    this.location = location;
    this.index = index;
    this.neutralIndex = neutralIndex;
    this.start = start;
    this.end = end;
    this.title = title;
  }

  static Optional<CitationForm> ofType(String type) {
    return Arrays.stream(values()).filter(form -> form.type.equals(type)).findFirst();
  }

  static Optional<CitationForm> ofLocation(String member) {
    return Arrays.stream(values()).filter(form -> form.location.equals(member)).findFirst();
  }

  /// What Messages calls it.
  String type() {
    return type;
  }

  /// The member of Converse's `location`.
  String location() {
    return location;
  }

  /// The member that says which document or search result; empty if none does.
  String index() {
    return index;
  }

  /// Converse's name of [#index].
  String neutralIndex() {
    return neutralIndex;
  }

  String start() {
    return start;
  }

  String end() {
    return end;
  }

  /// The member that holds the title.
  String title() {
    return title;
  }
}
