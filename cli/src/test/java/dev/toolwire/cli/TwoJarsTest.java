package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `build/TwoJars.java`, by which the launcher puts the jars that it starts into two.
class TwoJarsTest {

  @TempDir private static Path folder;
  private static Map<String, String> ours;
  private static Map<String, String> libraries;

  @BeforeAll
  static void putFourJarsIntoTwo() throws Exception {
    jar(
        "toolwire.jar",
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nMain-Class: a.Main\nClass-Path: lib/second.jar lib/toolwire-wire.jar lib/third.jar\n",
            "a/both.txt",
            "first",
            "META-INF/services/a.Service",
            "a.One"));
    jar(
        "lib/second.jar",
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nMulti-Release: true\n",
            "a/both.txt",
            "second",
            "META-INF/services/a.Service",
            "b.Two\n",
            "META-INF/helidon/manifest",
            "#HEAD#\nb.json",
            "b/versioned.txt",
            "old",
            "META-INF/versions/21/b/versioned.txt",
            "new",
            "META-INF/versions/999/b/versioned.txt",
            "of another day",
            "META-INF/B.SF",
            "signed",
            "module-info.class",
            "module"));
    jar(
        "lib/toolwire-wire.jar",
        Map.of("META-INF/services/a.Service", "a.Three", "a/wire.txt", ""));
    jar(
        "lib/third.jar",
        Map.of(
            "META-INF/services/a.Service",
            "c.Four",
            "META-INF/helidon/manifest",
            "#HEAD#\nc.json",
            "b/versioned.txt",
            "third",
            "c/empty.txt",
            ""));
    var out = Files.createDirectory(folder.resolve("new"));
    BuildStep.run("TwoJars.java", out, folder.resolve("toolwire.jar"));
    ours = files(out.resolve("toolwire.jar"));
    libraries = files(out.resolve("libraries.jar"));
  }

  private static void jar(String name, Map<String, String> files) throws IOException {
    var path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    try (var jar = new ZipOutputStream(Files.newOutputStream(path))) {
      for (var file : files.entrySet()) {
        jar.putNextEntry(new ZipEntry(file.getKey()));
        jar.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private static Map<String, String> files(Path path) throws IOException {
    var files = new LinkedHashMap<String, String>();
    try (var jar = new JarFile(path.toFile())) {
      for (var file : jar.stream().toList()) {
        var text = new String(jar.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
        files.put(file.getName(), text);
      }
    }
    return files;
  }

  @Test
  void oursAreInOneAndTheOthersInTheOther() {
    assertThat(ours.keySet())
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF", "META-INF/services/a.Service", "a/both.txt", "a/wire.txt");
    assertThat(libraries.keySet()).contains("b/versioned.txt", "c/empty.txt");
  }

  @Test
  void theFirstHasTheOtherOnItsClassPath() {
    assertThat(ours.get("META-INF/MANIFEST.MF"))
        .contains("Main-Class: a.Main")
        .contains("Class-Path: libraries.jar\r\n");
  }

  @Test
  void ofSeveralFilesWithANameTheFirstOnTheClassPathCounts() {
    assertThat(libraries).containsEntry("b/versioned.txt", "new").containsEntry("c/empty.txt", "");
  }

  @Test
  void listsOfServicesAreJoined() {
    assertThat(ours.getOrDefault("META-INF/services/a.Service", "").lines())
        .contains("a.One", "a.Three");
    assertThat(libraries.getOrDefault("META-INF/services/a.Service", "").lines())
        .contains("b.Two", "c.Four");
    assertThat(libraries.getOrDefault("META-INF/helidon/manifest", "").lines())
        .contains("b.json", "c.json");
  }

  @Test
  void filesAreThoseOfThisVersionOfJava() {
    assertThat(libraries).containsEntry("b/versioned.txt", "new");
  }

  @Test
  void whatIsAboutTheJarsThemselvesIsLeftOut() {
    assertThat(libraries.keySet())
        .containsExactlyInAnyOrder(
            "META-INF/MANIFEST.MF",
            "META-INF/services/a.Service",
            "META-INF/helidon/manifest",
            "a/both.txt",
            "b/versioned.txt",
            "c/empty.txt");
  }
}
