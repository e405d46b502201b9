package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every link in a page of the project leads to a file that is there.
class LinksTest {

  private static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

  static List<Path> pages() throws IOException {
    try (Stream<Path> top = Files.list(HOUSE);
        Stream<Path> docs = Files.list(HOUSE.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(file -> file.toString().endsWith(".md"))
          .map(HOUSE::relativize)
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void linksLeadToFilesThatAreThere(Path page) throws IOException {
    Path file = HOUSE.resolve(page);
    Matcher link = LINK.matcher(Files.readString(file));
    List<String> broken = new ArrayList<>();
    while (link.find()) {
      String target = link.group(1);
      if (!target.contains("://") && !Files.exists(file.resolveSibling(target))) {
        broken.add(target);
      }
    }

    assertThat(broken).isEmpty();
  }
}
