package dev.toolwire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `build/OneJar.java`, by which the launcher puts the jars that it starts into one.
class OneJarTest {

  @TempDir private static Path folder;
  private static Map<String, String> whole;

  @BeforeAll
  static void putThreeJarsIntoOne() throws Exception {
    jar(
        "first.jar",
        Map.of(
            "META-INF/MANIFEST.MF",
            "Manifest-Version: 1.0\nMain-Class: a.Main\nClass-Path: lib/second.jar lib/third.jar\n",
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
    jar("lib/third.jar", Map.of("META-INF/helidon/manifest", "#HEAD#\nc.json", "c/empty.txt", ""));
    var out = folder.resolve("whole.jar");
    BuildStep.run("OneJar.java", out, folder.resolve("first.jar"));
    whole = files(out);
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
  void ofSeveralFilesWithANameTheFirstOnTheClassPathCounts() {
    assertThat(whole).containsEntry("a/both.txt", "first").containsEntry("c/empty.txt", "");
  }

  @Test
  void listsOfServicesAreJoined() {
    assertThat(whole.getOrDefault("META-INF/services/a.Service", "").lines())
        .contains("a.One", "b.Two");
    assertThat(whole.getOrDefault("META-INF/helidon/manifest", "").lines())
        .contains("b.json", "c.json");
  }

  @Test
  void filesAreThoseOfThisVersionOfJava() {
    assertThat(whole).containsEntry("b/versioned.txt", "new");
  }

  @Test
  void manifestIsTheFirstWithoutItsClassPath() {
    assertThat(whole.get("META-INF/MANIFEST.MF"))
        .contains("Main-Class: a.Main")
        .doesNotContain("Class-Path");
  }

  @Test
  void whatIsAboutTheJarsThemselvesIsLeftOut() {
    assertThat(whole.keySet())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                "META-INF/MANIFEST.MF",
                "META-INF/services/a.Service",
                "META-INF/helidon/manifest",
                "a/both.txt",
                "b/versioned.txt",
                "c/empty.txt"));
  }
}
