package dev.toolwire.lab.page.compare;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What stands behind the `#` of a link, as `URLSearchParams` reads it.
final class Fragment {

  private Fragment() {}

  /// @param pairs names and values by turns
  static String of(String... pairs) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parts.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
    }
    return String.join("&", parts);
  }
}
