package dev.toolwire.wire.chat;

import java.util.Map;

/// The formats of documents, as our word and as a media type.
final class FileTypes {

  private static final String OTHER = "application/octet-stream";
  private static final Map<String, String> MIME =
      Map.of(
          "pdf", "application/pdf",
          "csv", "text/csv",
          "html", "text/html",
          "txt", "text/plain",
          "md", "text/markdown",
          "doc", "application/msword",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xls", "application/vnd.ms-excel",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private FileTypes() {}

  static String mime(String format) {
    return MIME.getOrDefault(format, OTHER);
  }
}
