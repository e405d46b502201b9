package dev.toolwire.lab.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;
import java.util.regex.Pattern;

/// A script or a style sheet that stands in the document itself. It comes from the class path and
/// nowhere else, so that nothing which a model wrote can become one.
public final class Inlined {

  private static final String WEBJARS = "META-INF/resources/webjars/";

  /// Ends or changes a script element within it, whatever the script means by it.
  private static final Pattern UNFIT = Pattern.compile("(?i)</(script|style)|<!--");

  /// Where a script says that its source map is: a browser would look for it.
  private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

  private final String text;

  private Inlined(String name, String text) {
    if (UNFIT.matcher(text).find()) {
      throw new IllegalArgumentException(name + " cannot stand within a document");
    }
    this.text = text;
  }

  /// The resource that lies beside a class.
  ///
  /// @throws IllegalArgumentException if there is none
  public static Inlined beside(Class<?> type, String name) {
    return new Inlined(name, read(type.getPackageName().replace('.', '/') + "/" + name));
  }

  /// The chart library: [Chart.js](https://www.chartjs.org), as one script.
  static Inlined chartLibrary() {
    String path = WEBJARS + "chart.js/" + version("chart.js") + "/dist/chart.umd.min.js";
    return new Inlined(path, SOURCE_MAP.matcher(read(path)).replaceAll(""));
  }

  /// A webjar has its version in its paths; what Maven noted in it says which.
  private static String version(String webjar) {
    try (InputStream noted = open("META-INF/maven/org.webjars.npm/" + webjar + "/pom.properties")) {
      Properties properties = new Properties();
      properties.load(noted);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(String path) {
    InputStream in = Inlined.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IllegalArgumentException(path + " is not on the class path");
    }
    return in;
  }

  String text() {
    return text;
  }

  /// How a content security policy names exactly this text.
  ///
  /// @see <a href="https://www.w3.org/TR/CSP3/#grammardef-hash-source">CSP 3, hash-source</a>
  String hashSource() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] hash = sha.digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
