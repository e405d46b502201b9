package dev.toolwire.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Environment variables, read as the SDKs read them: a variable of nothing but blanks is not set.
record Environment(Map<String, String> variables) {

  private static final Pattern UNSENDABLE = Pattern.compile("[^\\x20-\\x7e\\x80-\\xff]");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|\\[::1]|127\\..*", Pattern.CASE_INSENSITIVE);
  static final int HIGHEST_PORT = 65_535;

  Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /// The value of the first of `names` that is set.
  Optional<String> first(String... names) {
    return Stream.of(names).map(this::value).flatMap(Optional::stream).findFirst();
  }

  boolean flag(String name) {
    return value(name).map("true"::equalsIgnoreCase).orElse(false);
  }

  /// A value that goes into a header.
  ///
  /// @throws IllegalArgumentException if it cannot; the message does not quote it
  Optional<String> secret(String name) {
    Optional<String> value = value(name);
    if (value.filter(text -> UNSENDABLE.matcher(text).find()).isPresent()) {
      throw new IllegalArgumentException(
          name + " holds a line break or another character that no header may hold; set it anew");
    }
    return value;
  }

  /// @throws IllegalArgumentException if the variable is set to no address
  Optional<URI> uri(String name) {
    return value(name).map(text -> address(text, name));
  }

  /// Reads an address that a person wrote; `where` says where it stands. It ends without a slash.
  ///
  /// @throws IllegalArgumentException if it is no absolute `http` or `https` address
  static URI address(String text, String where) {
    try {
      return requireAddress(new URI(text.replaceAll("/+$", "")), where);
    } catch (URISyntaxException _) {
      throw noAddress(text, where);
    }
  }

  /// `uri` itself, if a request can go there. What stands in front of the host or behind the path
  /// is not sent, and may be a secret: no message quotes it.
  ///
  /// @throws IllegalArgumentException if it is no absolute `http` or `https` address, or more
  static URI requireAddress(URI uri, String where) {
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException(
          where
              + " holds a user, a query or a fragment, which is not sent, expected an address like"
              + " http://127.0.0.1:8080");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getPort() > HIGHEST_PORT) {
      throw noAddress(uri.toString(), where);
    }
    return uri;
  }

  private static IllegalArgumentException noAddress(String text, String where) {
    return new IllegalArgumentException(
        where
            + (text.contains("@") ? " is no address" : " is \"" + text + "\"")
            + ", expected an address like http://127.0.0.1:8080");
  }

  /// Whether `uri` is on this machine, where a server may well ask for no key.
  static boolean isLoopback(URI uri) {
    return LOOPBACK.matcher(uri.getHost()).matches();
  }
}
