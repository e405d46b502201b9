package dev.toolwire.rescue;

/// The text of an HTML-escaped text.
final class HtmlText {

  private HtmlText() {}

  static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&apos;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
  }
}
